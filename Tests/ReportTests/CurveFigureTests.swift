import Plot
import Runs
import Testing

@testable import Report

/// The chart of one metric and what stands beside it.
@Suite struct CurveFigureTests {
  @Test func aCurveByItselfIsLabelledByItsData() throws {
    func labels(_ tag: String) -> [String] {
      let content = TrainingContent(run: SampleRun.bare([SampleRun.series(tag, [3, 2, 1, 2])]), withFiles: false)
      return content.curveFigures.flatMap { $0.figure.summary.map(\.label) }
    }
    #expect(labels("loss") == ["Final"])
    #expect(labels("loss/val") == ["Validation"])
    #expect(labels("test_accuracy") == ["Test"])
  }

  @Test(arguments: [
    (0, 1000, 1000.0), (1, 400, 400), (0, 57, 56), (0, 5001, 5000), (0, 100_000, 100_000), (1, 198, 200), (0, 3, 2),
  ])
  func aCurvesAxisEndsWhereItEndsOrAtTheRoundNumberBehind(_ first: Int, _ count: Int, _ end: Double) throws {
    let series = SampleRun.series("loss", (0..<count).map { 1 / Double($0 + 1) }, firstStep: first)
    let run = SampleRun.bare([series])
    let family = try #require(MetricFamily.families(of: run).first)
    let figure = try #require(CurveFigure(family: family, progress: Progress(of: run)).figure(slug: "x"))
    var chart: Chart?
    if case .chart(let content) = figure.content { chart = content }
    #expect(chart?.x.domain == Double(first)...end)
  }

  @Test func infinityIsNoBestValue() throws {
    let run = SampleRun.bare([
      SampleRun.series("loss", [3, -.infinity, 1, 2]), SampleRun.series("val_loss", [3, 2, 1, 2]),
    ])
    #expect(try !TrainingReport(run: run).html().contains("best −∞"))
  }
}
