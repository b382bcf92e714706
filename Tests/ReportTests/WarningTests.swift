import Foundation
import Plot
import Runs
import Testing

@testable import Report

/// What stands in the section near the top, and that nothing is drawn twice.
@Suite struct WarningTests {
  private func warnings(_ run: Run) -> [String] { WarningSection(outcome: RunOutcome(of: run)).warnings }

  private func losses(_ training: (Double) -> Double, _ validation: (Double) -> Double) -> Run {
    let places = (0..<100).map { Double($0) / 100 }
    return SampleRun.bare([
      SampleRun.series("loss", places.map(training)), SampleRun.series("val_loss", places.map(validation)),
    ])
  }

  @Test func aRunThatWasTooShortIsSaidToBe() {
    let text = warnings(losses({ exp(-2 * $0) }, { 0.01 + exp(-2 * $0) }))
    #expect(text.contains("Validation loss was still improving when the run ended: it may have been too short."))
    #expect(warnings(losses({ exp(-20 * $0) }, { 0.01 + exp(-20 * $0) })).isEmpty)
  }

  @Test func aWideningGapIsSaid() {
    let run = losses({ 1 - 0.5 * $0 }, { 1 - 0.2 * $0 })
    #expect(warnings(run).contains { $0.hasPrefix("The gap between training and validation loss grew from 0.14") })
    let steady = losses({ 1 - 0.5 * $0 }, { 1.2 - 0.5 * $0 })
    #expect(!warnings(steady).contains { $0.contains("gap") })
    // A higher accuracy is a better one.
    let rising = [SampleRun.series("accuracy", (0..<40).map { 0.5 + Double($0) / 100 })]
    let flat = [SampleRun.series("val_accuracy", (0..<40).map { 0.5 + Double($0) / 400 })]
    #expect(warnings(SampleRun.bare(rising + flat)).contains { $0.contains("validation accuracy grew") })
  }

  @Test func restartsAndTornRecordsAreSaid() {
    var run = SampleRun.bare([SampleRun.series("loss", [3, 2, 1, 1])])
    run.diagnostics = [
      Diagnostic(.note, file: "events", message: "the run was restarted at step 12; 3 points are replaced."),
      Diagnostic(
        .note, file: "events", byteOffset: 120,
        message: "the file ends within a record, as it does while it is being written or when its writer was killed; "
          + "its last 7 bytes are passed over."),
      Diagnostic(.warning, message: "loss: steps go back."),
      Diagnostic(.note, message: "A file was empty."),
      Diagnostic(.warning, message: "loss: 1 of 4 values is not finite."),
    ]
    let words = ["restarted", "ends within a record", "go back"]
    let found = warnings(run)
    #expect(found.count == 3 && zip(found, words).allSatisfy { $0.contains($1) })
    // It is torn at every look while it is being written.
    run.status = .running
    #expect(warnings(run).count == 2)
  }

  @Test func aLoggedHistoryOfTrainingIsNotDrawnTwice() throws {
    var run = SampleRun.airline()
    let (training, validation) = (run.scalars[0].values, run.scalars[1].values)
    let history = Chart("History of training") {
      LineMark(x: Array(1...400), y: training.map { Double(Float($0)) }, series: "training")
      LineMark(x: Array(1...400), y: validation.map { Double(Float($0)) }, series: "validation")
    }
    let data = try JSONEncoder().encode(history)
    run.charts.insert(
      LoggedChart(slug: "history", title: "History of training", caption: "Logged.", data: data), at: 1)
    let markup = try Markup(try TrainingReport(run: run).html())
    let figures = markup.all("figure").compactMap { $0.attributes["id"] }
    #expect(figures == ["figure-history", "figure-original-data", "figure-all-results"])
    #expect(markup.text.contains("Logged. The dashed line and the dot mark the best validation loss"))
    run.scalars[1].values[7] = 3
    let both = try Markup(try TrainingReport(run: run).html()).all("figure").count
    #expect(both == 4)
  }
}
