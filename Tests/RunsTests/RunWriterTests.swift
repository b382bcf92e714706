import Foundation
import Testing

@testable import Runs

@Suite struct RunWriterTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private var place: URL { folder.place("runs/airline-1") }

  private func code(_ body: () throws -> Void) -> RunError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? RunError)?.code
    }
  }

  @Test func aFinishedRunReadsBackAsItWasWritten() throws {
    let manifest = RunManifest(
      config: ["cell": "lstm", "units": 10, "optimizer": ["learning_rate": 1e-3], "shuffle": true], seed: .max,
      metrics: ["val_loss": MetricSummary(direction: .min)])
    let writer = try RunWriter(creating: place, manifest)
    for (step, loss) in [0.5, 0.1, 0.3].enumerated() {
      try writer.log(step: step + 1, ["loss": loss * 2, "val_loss": loss])
    }
    try writer.log(text: "a **note**", tag: "notes", step: 3)
    try writer.update { $0.metrics["val_loss"]?.test = 0.125 }
    try writer.finish()

    let run = try Run(reading: place)
    #expect(run.manifest == writer.manifest)
    #expect(run.manifest.name == "airline-1")
    #expect(run.status == .finished)
    #expect(run.manifest.metrics["val_loss"] == .init(direction: .min, best: 0.1, bestStep: 2, last: 0.3, test: 0.125))
    #expect(run.manifest.duration != nil)
    #expect(run.scalars.map(\.tag) == ["loss", "val_loss"])
    #expect(run.series("loss")?.steps == [1, 2, 3])
    #expect(run.series("val_loss")?.values == [0.5, Float(0.1), Float(0.3)].map { Double($0) })
    #expect(run.texts.map(\.tag) == ["config", "notes"])
    #expect(run.texts.last?.text == "a **note**")
    #expect(run.diagnostics.isEmpty)
  }

  @Test func theFolderHoldsNothingElse() throws {
    let writer = try RunWriter(creating: place)
    #expect(try folder.names("runs/airline-1").contains(".writer.lock"))
    try writer.finish()
    let names = try folder.names("runs/airline-1")
    #expect(names.count == 2)
    #expect(names.last == "run.json")
    #expect(names[0].wholeMatch(of: /events\.out\.tfevents\.\d{10}\.[A-Za-z0-9_-]+\.\d+\.\d+/) != nil)
  }

  @Test func oneRecordAStep() throws {
    let writer = try RunWriter(creating: place)
    try writer.log(step: 1, ["a": 1, "b": 2, "c": 3])
    try writer.finish()
    let name = try #require(try folder.names("runs/airline-1").first)
    let bytes = try Array(Data(contentsOf: place.appending(path: name)))
    let events = try bytes.withUnsafeBytes { bytes in
      var scanner = RecordScanner(bytes)
      var events: [ProtoEvent] = []
      while case (_, .record(let payload))? = scanner.next() { events.append(try decoded(payload)) }
      return events
    }
    #expect(events[0].fileVersion == "brain.Event:2")
    #expect(events[1].sessionLog.status == .start)
    #expect(events.filter { $0.summary.value.count == 3 }.count == 1)
  }

  @Test func notANumberAndInfinitySurvive() throws {
    let writer = try RunWriter(
      creating: place, RunManifest(config: ["clip": .number(.infinity)], metrics: ["loss": .init(direction: .max)]))
    try writer.log(step: 1, ["loss": -.infinity])
    try writer.log(step: 2, ["loss": .nan])
    try writer.finish(status: .failed, failure: "the loss is not a number")
    let run = try Run(reading: place)
    let loss = try #require(run.series("loss"))
    #expect(loss.values[0] == -.infinity && loss.values[1].isNaN)
    #expect(run.manifest.metrics["loss"]?.last?.isNaN == true)
    #expect(run.manifest.metrics["loss"]?.best == -.infinity)
    #expect(run.manifest.config["clip"] == .number(.infinity))
    #expect(run.manifest.failure == "the loss is not a number")
    #expect(run.diagnostics.map(\.severity) == [.warning])
    #expect(run.diagnostics[0].message.contains("2 of 2 values are not finite"))
  }

  @Test func anExistingFolderOrFileIsNeverTouched() throws {
    try folder.write("mine", to: "runs/airline-1/file")
    #expect(code { _ = try RunWriter(creating: place) } == .alreadyExists)
    #expect(try folder.names("runs/airline-1") == ["file"])
    try folder.write("mine", to: "runs/plain")
    #expect(code { _ = try RunWriter(creating: folder.place("runs/plain")) } == .alreadyExists)
    #expect(code { _ = try RunWriter(creating: folder.place("runs/plain/below")) } == .unwritable)
  }

  @Test func aSecondWriterIsRefusedUntilTheFirstHasFinished() throws {
    let first = try RunWriter(creating: place)
    #expect(code { _ = try RunWriter(resuming: place, atStep: 1) } == .locked)
    #expect(try Run(reading: place).status == .running)
    try first.log(step: 1, ["loss": 1])
    try first.finish()
    let second = try RunWriter(resuming: place, atStep: 2)
    #expect(code { _ = try RunWriter(resuming: place, atStep: 2) } == .locked)
    try second.finish()
    #expect(try folder.names("runs/airline-1").filter { $0.contains("lock") }.isEmpty)
  }

  @Test func aResumedRunIsOneSeries() throws {
    let first = try RunWriter(creating: place, RunManifest(metrics: ["loss": .init(direction: .min)]))
    for (step, loss) in [1.0, 0.5, 0.75, 0.25].enumerated() { try first.log(step: step + 1, ["loss": loss]) }
    try first.logChart(slug: "a", title: "A", [1])
    try first.finish(status: .interrupted)
    let second = try RunWriter(resuming: place, atStep: 4)
    #expect(second.manifest.metrics["loss"] == .init(direction: .min, best: 0.5, bestStep: 2, last: 0.75))
    try second.log(step: 4, ["loss": 0.375])
    try second.logChart(slug: "b", title: "B", [2])
    try second.finish()
    let run = try Run(reading: place)
    #expect(run.status == .finished)
    #expect(run.series("loss")?.values == [1, 0.5, 0.75, 0.375])
    #expect(run.manifest.metrics["loss"]?.best == 0.375)
    #expect(run.charts.map(\.slug) == ["a", "b"])
    #expect(try folder.names("runs/airline-1").filter { $0.contains("tfevents") }.count == 2)
  }

  /// A process that is killed leaves a manifest without any value.
  @Test func theBestValueOfAKilledRunIsSoughtInItsPoints() throws {
    let first = try RunWriter(creating: place, RunManifest(metrics: ["loss": .init(direction: .min)]))
    let manifest = try Data(contentsOf: place.appending(path: "run.json"))
    for (step, loss) in [1.0, 0.5, 0.75].enumerated() { try first.log(step: step + 1, ["loss": loss]) }
    try first.finish(status: .interrupted)
    try manifest.write(to: place.appending(path: "run.json"))
    let second = try RunWriter(resuming: place, atStep: 4)
    #expect(second.manifest.metrics["loss"] == .init(direction: .min, best: 0.5, bestStep: 2, last: 0.75))
    // Killed again, after a better value: run.json still tells that of its beginning.
    let beginning = try Data(contentsOf: place.appending(path: "run.json"))
    try second.log(step: 4, ["loss": 0.25])
    try second.finish(status: .interrupted)
    try beginning.write(to: place.appending(path: "run.json"))
    let third = try RunWriter(resuming: place, atStep: 5)
    #expect(third.manifest.metrics["loss"] == .init(direction: .min, best: 0.25, bestStep: 4, last: 0.25))
    try third.finish()
  }

  @Test func nothingIsLoggedAfterTheEnd() throws {
    let writer = try RunWriter(creating: place)
    try writer.finish()
    try writer.finish(status: .failed)
    #expect(code { try writer.log(step: 1, ["a": 1]) } == .finished)
    #expect(code { try writer.log(text: "a", tag: "a") } == .finished)
    #expect(code { try writer.logChart(slug: "a", title: "", [1]) } == .finished)
    #expect(code { try writer.logTable(slug: "a", columns: [TableColumn("x", [1])]) } == .finished)
    #expect(code { try writer.update { $0.notes = "late" } } == .finished)
    #expect(try Run(reading: place).status == .finished)
    #expect(try folder.names("runs/airline-1").count == 2)
  }

  @Test func aDroppedWriterLeavesAnInterruptedRun() throws {
    do {
      let writer = try RunWriter(creating: place)
      try writer.log(step: 1, ["loss": 1])
    }
    let run = try Run(reading: place)
    #expect(run.manifest.status == .interrupted)
    #expect(run.series("loss")?.count == 1)
  }

  @Test func whatIsLoggedIsOnDiskAfterASecondWithoutAnotherCall() async throws {
    let writer = try RunWriter(creating: place)
    try writer.log(step: 1, ["loss": 1])
    #expect(try Run(reading: place).series("loss") == nil)
    try await Task.sleep(for: .seconds(2))
    #expect(try Run(reading: place).series("loss")?.count == 1)
    try writer.log(step: 2, ["loss": 1])
    try writer.flush()
    #expect(try Run(reading: place).series("loss")?.count == 2)
  }

  @Test func severalTasksMayLogAtOnce() async throws {
    let writer = try RunWriter(creating: place)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<4 {
        group.addTask {
          for step in 0..<500 { try writer.log(step: step, contentsOf: [(key: "task\(task)", value: Double(step))]) }
        }
      }
      try await group.waitForAll()
    }
    try writer.finish()
    let run = try Run(reading: place)
    #expect(run.scalars.count == 4)
    #expect(run.scalars.allSatisfy { $0.steps == StepColumn(0..<500) })
    #expect(run.diagnostics.isEmpty)
  }
}
