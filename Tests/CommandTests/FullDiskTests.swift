#if os(Linux)
  import Foundation
  import Glibc
  import Runs
  import Testing

  /// A file system of a few pages, to fill. Mounting needs root; elsewhere these tests are skipped.
  private struct TinyDisk: ~Copyable {
    let path: String

    init?(kilobytes: Int) {
      path = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)").path
      guard mkdir(path, 0o700) == 0 else { return nil }
      guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
        rmdir(path)
        return nil
      }
    }

    deinit {
      umount2(path, Int32(MNT_DETACH))
      rmdir(path)
    }

    static let isPossible = TinyDisk(kilobytes: 16) != nil
  }

  @Suite(.enabled(if: TinyDisk.isPossible, "mounting a small file system needs root"))
  struct FullDiskTests {
    @Test func trainingStopsIfAskedAndKeepsWhatItHas() throws {
      guard let disk = TinyDisk(kilobytes: 40) else { return }
      let lossline = try Command()
      defer { lossline.remove() }
      let result = try lossline(
        "train", "airline", "--epochs", "3000", "--name", "a", "--quiet", "--runs", disk.path, "--on-disk-error", "stop"
      )
      #expect(result.status == 1)
      #expect(result.errors.contains(disk.path) && result.errors.contains("space"), "\(result.errors)")
      let run = try Run(reading: URL(filePath: disk.path).appending(path: "a"))
      #expect(run.hasManifest)
    }

    /// One warning, every epoch trained, and at the end it is said that the record is not complete.
    @Test func trainingGoesOnWithOneWarning() throws {
      guard let disk = TinyDisk(kilobytes: 60) else { return }
      let lossline = try Command()
      defer { lossline.remove() }
      let result = try lossline("train", "airline", "--epochs", "3000", "--name", "a", "--runs", disk.path)
      #expect(result.status == 1)
      #expect(result.errors.components(separatedBy: "Training goes on").count == 2, "\(result.errors)")
      #expect(result.errors.contains("missing in the run") && result.errors.contains("No space left"))
      let run = try Run(reading: URL(filePath: disk.path).appending(path: "a"))
      let steps = try #require(run.series("loss")?.steps)
      #expect(steps == StepColumn(1...steps.count) && run.diagnostics.allSatisfy { $0.severity == .note })
    }

    @Test func aReadOnlyDiskIsToldAtOnce() throws {
      guard let disk = TinyDisk(kilobytes: 16) else { return }
      #expect(mount("tmpfs", disk.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0)
      let lossline = try Command()
      defer { lossline.remove() }
      let result = try lossline("train", "airline", "--epochs", "3", "--name", "a", "--runs", disk.path)
      #expect(result.status == 1 && result.errors.contains("Read-only file system"), "\(result.errors)")
    }

    @Test func aReportThatDoesNotFitLeavesTheOldOne() throws {
      guard let disk = TinyDisk(kilobytes: 900) else { return }
      let lossline = try Command()
      defer { lossline.remove() }
      #expect(try lossline("train", "airline", "--epochs", "3", "--name", "a", "--quiet").status == 0)
      let page = URL(filePath: disk.path).appending(path: "report/index.html")
      #expect(try lossline("report", "runs/a", "-o", "\(disk.path)/report").status == 0)
      let before = try Data(contentsOf: page)
      try Data(repeating: 1, count: Self.free(disk.path)).write(to: URL(filePath: disk.path).appending(path: "ballast"))
      #expect(try lossline("train", "airline", "--epochs", "4", "--name", "b", "--quiet").status == 0)
      let result = try lossline("report", "runs/b", "-o", "\(disk.path)/report")
      #expect(result.status == 1 && result.errors.contains("space"), "\(result.errors)")
      #expect(try Data(contentsOf: page) == before)
    }

    @Test func aPictureThatDoesNotFitIsNotLeftInPart() throws {
      guard let disk = TinyDisk(kilobytes: 8) else { return }
      let lossline = try Command()
      defer { lossline.remove() }
      try lossline.write("a,b\n1,2\n2,3\n", to: "t.csv")
      let result = try lossline("plot", "t.csv", "--x", "a", "--y", "b", "-o", "\(disk.path)/o.png")
      #expect(result.status == 1 && result.errors.contains("o.png"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }

    private static func free(_ path: String) -> Int {
      var status = statvfs()
      return statvfs(path, &status) == 0 ? Int(status.f_bavail * status.f_frsize) : 0
    }
  }

  @Suite struct FullDeviceTests {
    @Test func fullStandardOutputIsAnError() throws {
      let process = Process()
      let lossline = try Command()
      defer { lossline.remove() }
      process.executableURL = Command.executable
      process.arguments = ["runs", "."]
      process.currentDirectoryURL = lossline.folder
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      process.waitUntilExit()
      let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(process.terminationStatus == 1 && text.contains("space"))
    }
  }
#endif
