import Foundation
import Runs
import Testing

@testable import Report

/// What is on disk afterwards: everything or nothing, the same bytes every time.
@Suite struct OutputTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let place = folder.appending(path: path)
      if let bytes = FileManager.default.contents(atPath: place.path) { files[path] = bytes }
    }
    return files.filter { !$0.value.isEmpty }
  }

  @Test func everyLinkOnThePageHasItsFile() throws {
    try withFolder { folder in
      let output = folder.appending(path: "deep/report")
      let written = try TrainingReport(run: SampleRun.airline()).write(to: output)
      #expect(written.index.lastPathComponent == "index.html")
      #expect(written.charts.count == 12 && written.tables.count == 1 && written.problems.isEmpty)
      let markup = try Markup(try String(contentsOf: written.index, encoding: .utf8))
      let links = markup.all("a").compactMap { $0.attributes["href"] }.filter { !$0.hasPrefix("#") }
      #expect(links.count == 13)
      for link in links {
        #expect(FileManager.default.fileExists(atPath: output.appending(path: link).path), "\(link)")
      }
      let names = try files(in: output).keys
      #expect(names.count == 14 && !names.contains { $0.contains(".partial") })
      let bytes = try files(in: output)
      #expect(bytes["charts/curve-loss.png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
      #expect(bytes["charts/curve-loss.pdf"]?.starts(with: Data("%PDF".utf8)) == true)
      let curve = String(decoding: bytes["charts/curve-loss.csv"] ?? Data(), as: UTF8.self)
      #expect(curve.hasPrefix("Epoch,training,validation\r\n1,0.05"))
      #expect(curve.split(separator: "\r\n").count == 401)
      let table = String(decoding: bytes["tables/predictions.csv"] ?? Data(), as: UTF8.self)
      #expect(table.hasPrefix("Sample,Month,Original,Prediction\r\n0,1950-01,112,110.25\r\n"))
      #expect(table.split(separator: "\r\n").count == 28)
    }
  }

  // In a process of its own, since other tests share the time zone, the locale and the working folder.
  @Test func theSameRunGivesTheSameBytesInAnotherPlace() async {
    await #expect(processExitsWith: .success) {
      let tests = OutputTests()
      try tests.withFolder { folder in
        let first = folder.appending(path: "first")
        let second = folder.appending(path: "other/second")
        _ = try TrainingReport(run: SampleRun.airline()).write(to: first)
        setenv("TZ", "Asia/Seoul", 1)
        setenv("LC_ALL", "de_DE.UTF-8", 1)
        tzset()
        setlocale(LC_ALL, "")
        guard FileManager.default.changeCurrentDirectoryPath(folder.path) else { exit(2) }
        var moved = SampleRun.airline()
        moved.folder = URL(filePath: "/elsewhere/copy")
        _ = try TrainingReport(run: moved).write(to: second)
        let (one, two) = (try tests.files(in: first), try tests.files(in: second))
        if one.count != 14 || one != two { exit(1) }
      }
    }
  }

  @Test func configurationOrderDoesNotMatter() throws {
    // Dictionaries are ordered differently in each process; here, by how they were filled.
    var one = SampleRun.airline()
    var two = SampleRun.airline()
    one.manifest.config = [:]
    two.manifest.config = [:]
    let keys = (0..<100).map { "key\($0)" }
    for key in keys { one.manifest.config[key] = .string(key) }
    two.manifest.config.reserveCapacity(5000)
    for key in keys.reversed() { two.manifest.config[key] = .string(key) }
    #expect(try TrainingReport(run: one).html() == TrainingReport(run: two).html())
  }

  @Test func rewritingReplaces() throws {
    try withFolder { folder in
      _ = try TrainingReport(run: SampleRun.airline(epochs: 20)).write(to: folder)
      let old = try files(in: folder)
      _ = try TrainingReport(run: SampleRun.airline()).write(to: folder)
      let new = try files(in: folder)
      #expect(old["index.html"] != new["index.html"])
      #expect(old.keys.sorted() == new.keys.sorted())
    }
  }

  @Test(arguments: ["index.html", "charts/curve-loss.pdf", "tables/predictions.csv"])
  func aFailedRewriteLeavesTheOldReport(_ obstacle: String) throws {
    try withFolder { folder in
      _ = try TrainingReport(run: SampleRun.airline(epochs: 20)).write(to: folder)
      let place = folder.appending(path: obstacle)
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let old = try files(in: folder)
      let error = #expect(throws: ReportError.self) { try TrainingReport(run: SampleRun.airline()).write(to: folder) }
      #expect(error?.code == .unwritable)
      #expect(error?.path.hasSuffix(obstacle) == true)
      #expect(error?.message.contains("Nothing was changed.") == true)
      #expect(try files(in: folder) == old)
    }
  }

  // A limit on the size of files stands for a full disk; in a process of its own, since it holds for all of it.
  @Test func aFullDiskLeavesTheOldReport() async {
    await #expect(processExitsWith: .success) {
      let tests = OutputTests()
      try tests.withFolder { folder in
        try OutputFolder(url: folder).write([.init(path: "index.html", bytes: Data("old".utf8))])
        var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
        signal(SIGXFSZ, SIG_IGN)
        guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(2) }
        do {
          try OutputFolder(url: folder).write([
            .init(path: "charts/small.svg", bytes: Data("new".utf8)),
            .init(path: "index.html", bytes: Data(repeating: 0x20, count: 100_000)),
          ])
          exit(3)
        } catch let error as ReportError {
          guard error.code == .unwritable, error.path.hasSuffix("index.html") else { exit(4) }
        }
        if try tests.files(in: folder) != ["index.html": Data("old".utf8)] { exit(5) }
      }
    }
  }

  @Test func foldersThatCannotBeMadeAreNamedWithARemedy() throws {
    try withFolder { folder in
      let file = folder.appending(path: "file")
      try Data("x".utf8).write(to: file)
      for place in [file, file.appending(path: "below"), URL(filePath: "/dev/full"), URL(filePath: "/proc/report")] {
        let error = #expect(throws: ReportError.self) { try TrainingReport(run: SampleRun.bare()).write(to: place) }
        #expect(error?.code == .unwritable)
        #expect(error?.path.contains(place.path) == true, "\(error?.description ?? "")")
        #expect(error?.message.contains("Choose another folder") == true, "\(error?.description ?? "")")
      }
      #expect(try files(in: folder) == ["file": Data("x".utf8)])
    }
  }
}
