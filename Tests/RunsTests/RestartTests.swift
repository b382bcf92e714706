import Testing

@testable import Runs

/// Runs of several event files: the cases on which TensorBoard's readers disagree. Steps 0 to 99, then 80 to 149.
@Suite struct RestartTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func read(_ files: [[ProtoEvent]]) throws -> (run: Run, series: ScalarSeries) {
    for (index, events) in files.enumerated() {
      try folder.write(events, to: "events.out.tfevents.100000000\(index).host.1.0")
    }
    let run = try Run(reading: folder.url)
    return (run, try #require(run.series("loss")))
  }

  @Test func withoutAnyBeginningTheNewerFileWins() throws {
    let (run, series) = try read([points("loss", 0...99, from: 1000), points("loss", 80...149, from: 2000)])
    #expect(series.steps == StepColumn(0...149))
    #expect(series.wallTimes[80] == 2000)
    #expect(run.diagnostics.count == 1)
    #expect(run.diagnostics[0].severity == .note)
    #expect(run.diagnostics[0].message.contains("20 earlier points"))
  }

  @Test func aBeginningInTheSecondFileOnly() throws {
    let (_, series) = try read([
      points("loss", 0...99, from: 1000), [start(80, at: 2000)] + points("loss", 80...149, from: 2000),
    ])
    #expect(series.steps == StepColumn(0...149))
    #expect(series.wallTimes[80] == 2000)
  }

  @Test func beginningsInBothFiles() throws {
    let (_, series) = try read([
      [start(0, at: 1000)] + points("loss", 0...99, from: 1000),
      [start(80, at: 2000)] + points("loss", 80...149, from: 2000),
    ])
    #expect(series.steps == StepColumn(0...149))
    #expect(series.wallTimes[80] == 2000)
  }

  /// A beginning holds for every curve, also one that the new session has not written yet.
  @Test func aBeginningRemovesPointsOfEveryCurve() throws {
    let (run, _) = try read([
      points("loss", 0...9, from: 1000) + points("accuracy", 0...9, from: 1000),
      [start(5, at: 2000)] + points("loss", 5...6, from: 2000),
    ])
    #expect(run.series("loss")?.steps == StepColumn(0...6))
    #expect(run.series("accuracy")?.steps == StepColumn(0...4))
  }

  @Test func twoWritersAtOnceKeepAllPoints() throws {
    let even = stride(from: 0, to: 20, by: 2)
    let odd = stride(from: 1, to: 20, by: 2)
    let (run, series) = try read([points("loss", even, from: 1000), points("loss", odd, from: 1000.5)])
    #expect(series.steps == StepColumn(0..<20))
    #expect(run.diagnostics.isEmpty)
  }

  @Test func aBeginningWithinAFile() throws {
    let (_, series) = try read([
      points("loss", 0...9, from: 1000) + [start(4, at: 2000)] + points("loss", 4...5, from: 2000)
    ])
    #expect(series.steps == [0, 1, 2, 3, 4, 5])
    #expect(series.wallTimes[4] == 2000)
  }

  @Test func threeSessions() throws {
    let (_, series) = try read([
      [start(0)] + points("loss", 0...9, from: 1000), [start(5)] + points("loss", 5...7, from: 2000),
      [start(2)] + points("loss", 2...3, from: 3000),
    ])
    #expect(series.steps == [0, 1, 2, 3])
    #expect(series.wallTimes == [1000, 1001, 3000, 3001])
  }

  /// A later file with other curves is no restart, whatever its steps are.
  @Test func anotherCurveRemovesNothing() throws {
    let (run, series) = try read([points("loss", 0...9, from: 1000), points("test", 5...5, from: 2000)])
    #expect(series.steps == StepColumn(0...9))
    #expect(run.series("test")?.steps == [5])
    #expect(run.diagnostics.isEmpty)
  }

  /// Sparse curves are cut where the whole file begins again, not at their own first new point.
  @Test func aSparseCurveIsCutWhereTheFileBegins() throws {
    let (run, _) = try read([
      points("loss", 0...9, from: 1000) + points("val_loss", [0, 6], from: 1000),
      points("loss", 5...9, from: 2000) + points("val_loss", [7], from: 2007),
    ])
    #expect(run.series("val_loss")?.steps == [0, 7])
  }

  @Test func aContinuationKeepsEverything() throws {
    let (run, series) = try read([points("loss", 0...9, from: 1000), points("loss", 10...19, from: 2000)])
    #expect(series.steps == StepColumn(0...19))
    #expect(run.diagnostics.isEmpty)
  }

  @Test func stepsThatGoBackOrRepeatAreKeptAndReported() throws {
    let (run, series) = try read([points("loss", [3, 1, 1, 2], from: 1000)])
    #expect(series.steps == [3, 1, 1, 2])
    #expect(run.diagnostics.map(\.severity) == [.warning])
    #expect(run.diagnostics[0].message.contains("go back once and repeat once"))
  }
}
