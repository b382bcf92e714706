import Foundation
import Synchronization
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
        #expect(steps == StepColumn(1...steps.count))
        #expect(run.diagnostics.allSatisfy { $0.severity == .note })
      }
    }

    /// A chart that is larger than a file may be: with the one policy a clear error, with the other the run goes on.
    @Test(arguments: [true, false]) func aChartThatTheDiskRefuses(stops: Bool) async {
      await #expect(processExitsWith: .success) { [stops] in
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
        let folder = try TestFolder()
        let warnings = Mutex<[RunError]>([])
        let writer = try RunWriter(
          creating: folder.place("run"),
          whenRefused: stops ? .stop : .goOn { error in warnings.withLock { $0.append(error) } })
        #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
        let columns = [TableColumn("x", (0..<10_000).map { Double($0) })]
        let spec = [Double](repeating: 0.123, count: 10_000)
        if stops {
          let error = #expect(throws: RunError.self) { try writer.logChart(slug: "big", title: "big", spec) }
          #expect(error?.path.hasSuffix("charts/01-big.json") == true && error?.message.contains("ulimit") == true)
          let other = #expect(throws: RunError.self) { try writer.logTable(slug: "big", columns: columns) }
          #expect(other?.path.hasSuffix("tables/big.csv") == true)
          let third = #expect(throws: RunError.self) {
            try writer.update { $0.notes = String(repeating: "long ", count: 5000) }
          }
          #expect(third?.path.hasSuffix("run.json") == true)
          try writer.update { $0.notes = nil }
        } else {
          try writer.logChart(slug: "big", title: "big", spec)
          try writer.logTable(slug: "big", columns: columns)
          #expect(warnings.withLock { $0.map(\.code) } == [.unwritable])
        }
        #expect(writer.lostCount == 2)
        try writer.log("loss", 0.5, step: 1)
        try writer.logChart(slug: "small", title: "small", [1])
        try writer.finish()

        let run = try Run(reading: folder.place("run"))
        #expect(run.status == .finished && run.series("loss")?.count == 1)
        #expect(run.charts.map(\.slug) == ["small"] && run.tables.isEmpty && run.diagnostics.isEmpty)
        #expect(run.manifest.notes?.contains("refused 2 records or files") == true)
        #expect(try folder.names("run/charts") == ["01-small.json"] && folder.names("run/tables").isEmpty)
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
    // The system takes what is written to a file without a name.
    try writer.log("loss", 1, step: 1)
    let lost = #expect(throws: RunError.self) { try writer.flush() }
    let error = #expect(throws: RunError.self) { try writer.update { $0.notes = "?" } }
    for error in [lost, error] { #expect(error?.message.contains("moved or removed") == true) }
    #expect(throws: RunError.self) { try writer.finish() }
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }
}
