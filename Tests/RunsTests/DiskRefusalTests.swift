import Foundation
import Testing

@testable import Runs

#if canImport(Glibc)
  import Glibc
#endif

/// What happens when the disk does not take what is written.
@Suite struct DiskRefusalTests {
  #if os(Linux)
    @Test func aFullDiskIsAnErrorWithFileAndRemedy() throws {
      let writer = try EventFileWriter("/dev/full", .append)
      try writer.append(start(0))
      for attempt in 0..<2 {
        let error = #expect(throws: RunError.self) { attempt == 0 ? try writer.flush() : try writer.sync() }
        #expect(error?.code == .unwritable)
        #expect(error?.path == "/dev/full")
        #expect(error?.description.contains("No space left on device") == true)
        #expect(error?.description.contains("Free some space") == true)
      }
      // Its buffer does not grow without end either.
      #expect(throws: RunError.self) {
        for _ in 0..<100_000 { try writer.append(start(0)) }
      }
    }

    /// A process whose files may not grow beyond 20,000 bytes, as on a disk that becomes full.
    @Test func aDiskThatBecomesFullLeavesAReadableRun() async {
      await #expect(processExitsWith: .success) {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
        let folder = try TestFolder()
        let writer = try RunWriter(creating: folder.place("run"))
        #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
        let error = #expect(throws: RunError.self) {
          for step in 1...10_000 {
            try writer.log(step: step, ["loss": 0.5])
            if step % 50 == 0 { try writer.flush() }
          }
        }
        #expect(error?.code == .unwritable)
        #expect(error?.message.contains("ulimit") == true)
        #expect(throws: RunError.self) { try writer.finish(status: .failed, failure: error?.description) }

        let run = try Run(reading: folder.place("run"))
        #expect(run.manifest.status == .failed)
        let steps = try #require(run.series("loss")?.steps)
        #expect(steps.count > 200)
        #expect(steps == Array(1...steps.count))
        #expect(run.diagnostics.allSatisfy { $0.severity == .note })
      }
    }
  #endif

  @Test func aFileThatCannotTakeItsPlaceLeavesNoTemporaryFile() throws {
    let folder = try TestFolder()
    try folder.write("", to: "target/inside")
    #expect(throws: SystemFailure.self) {
      try FileSystem.replace(folder.place("target").path, with: [1, 2, 3])
    }
    #expect(try folder.names() == ["target"])
  }

  /// A folder that vanishes under its writer: every call says so, none crashes.
  @Test func aRunFolderThatIsRemovedMeanwhile() throws {
    let folder = try TestFolder()
    let place = folder.place("run")
    let writer = try RunWriter(creating: place)
    try FileManager.default.removeItem(at: place)
    let error = #expect(throws: RunError.self) { try writer.update { $0.notes = "?" } }
    #expect(error?.message.contains("moved or removed") == true)
    #expect(throws: RunError.self) { try writer.finish() }
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }
}
