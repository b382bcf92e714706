import Foundation
import Plot
import Runs
import Testing

@testable import Report

/// Runs whose steps, times and names nobody would choose who means well.
@Suite(.timeLimit(.minutes(1))) struct OddRunTests {
  private static func series(_ tag: String, _ steps: [Int], from time: Double = 1_795_314_096) -> ScalarSeries {
    ScalarSeries(
      tag: tag, steps: steps, values: steps.indices.map { 1 / Double($0 + 1) },
      wallTimes: steps.indices.map { time + Double($0) })
  }

  /// Steps that are one number as doubles, and steps that have no next one.
  @Test(arguments: [[1 << 62, 1 << 62 + 1], [0, Int.max], [Int.min, 0, Int.max]])
  func theLargestStepsHaveAReport(_ steps: [Int]) throws {
    for unit in ["epoch", "step"] {
      var run = SampleRun.bare([Self.series("loss", steps), Self.series("val_loss", steps)])
      run.stepUnit = unit
      #expect(try TrainingReport(run: run).html().contains("</html>"))
    }
  }

  @Test(arguments: ComparisonReport.XAxis.allCases)
  func theLargestStepsCanBeCompared(_ axis: ComparisonReport.XAxis) throws {
    let runs = (0..<3).map { number -> Run in
      var run = SampleRuns.run("r\(number)", config: ["n": .integer(number)])
      run.scalars = [Self.series("loss", [1, 2, Int.max]), Self.series("epoch", [1, 2, Int.max])]
      return run
    }
    #expect(try ComparisonReport(runs: runs, xAxis: axis).html().contains("</html>"))
  }

  @Test func contextWithoutTimesAndWithTheLongestOnesIsDrawn() {
    let missing = [Double](repeating: .nan, count: 200)
    let values = (0..<200).map(Double.init)
    let long: [Double] = values.map { 1e306 * ($0 - 100) * 1.7 }
    let band = ContextBand([(x: missing, y: values), (x: long, y: values), (x: values, y: values)])
    let isFinite = band.x.allSatisfy { $0.isFinite }
    #expect(!band.x.isEmpty && isFinite)
    #expect(band.low.min() == 0 && band.high.max() == 199)
  }

  @Test func equalNamesAreToldApartAtOnce() {
    var names = UniqueNames()
    #expect(["x", "x", "x (2)", "x", "y"].map { names.unique($0) } == ["x", "x (2)", "x (2) (2)", "x (3)", "y"])
    var slugs = Slugs()
    #expect(
      ["A b", "a/b", "a-b-2", ""].map { slugs.unique($0, fallback: "run") } == ["A-b", "a-b-2", "a-b-2-2", "run"])
    let many = (0..<50_000).map { _ in slugs.unique("version_0", fallback: "run") }
    #expect(Set(many).count == 50_000 && many.last == "version_0-50000")
  }

  /// Lines that share no place would make a table of thousands of millions of empty cells.
  @Test func linesThatShareNoPlaceAreListedOneBelowTheOther() {
    let chart = Chart("Many") {
      for line in 0..<200 {
        let x = (0..<50).map { Double($0) + Double(line) / 200 }
        LineMark(x: x, y: x, series: .named("\(line)"))
      }
    }
    let rows = String(decoding: ChartTable(chart).csv, as: UTF8.self).split(separator: "\r\n")
    #expect(rows.count == 1 + 200 * 50 && rows[0] == "mark,series,x,y" && rows[1] == "line,0,0,0")
    let shared = Chart("Two") {
      LineMark(x: [1, 2], y: [0.5, .nan], series: "a")
      LineMark(x: [2, 3], y: [1, 2], series: "b")
    }
    #expect(String(decoding: ChartTable(shared).csv, as: UTF8.self) == "x,a,b\r\n1,0.5,\r\n2,nan,1\r\n3,,2\r\n")
  }

  /// A percent sign never stands at the beginning of a line.
  @Test(arguments: ReportLanguage.allCases) func percentSignsStayWithTheirNumbers(_ language: ReportLanguage) throws {
    let runs = SampleRuns.cells()
    let comparison = ComparisonReport(runs: runs, baseline: [runs[0]], language: language)
    let report = TrainingReport(run: SampleRun.airline(), language: language)
    for html in [try comparison.html(), try report.html()] {
      let text = try Markup(html).text
      #expect(text.contains("\u{A0}%") && !text.contains(" %"))
    }
    let verdict = try comparison.verdict()
    #expect(verdict.contains("95\u{A0}%") && !verdict.contains(" %"))
  }

  /// Smoothing makes sense over steps alone.
  @Test func onlyCurvesOverStepsCanBeSmoothed() throws {
    var run = SampleRun.bare([SampleRun.series("loss", [3, 2, 1, 2])])
    let places = (0..<20).map { Double($0) / 19 }
    // The last one is over the steps of a series that was forecast.
    let axes = [("False positive rate", 1.0), ("Epoch", 4), ("", 1), ("Step", 60)]
    run.charts = try axes.enumerated().map { number, axis in
      let chart = Chart("C") { LineMark(x: places.map { $0 * axis.1 }, y: places) }.xAxis(axis.0)
      return LoggedChart(slug: "c\(number)", title: "C", caption: "", data: try JSONEncoder().encode(chart))
    }
    let drawn = TrainingContent(run: run, withFiles: false).drawn
    #expect(drawn.map { $0.data?.json.contains("\"isOverSteps\":1") } == [true, false, true, false, false])
  }
}
