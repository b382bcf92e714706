import Testing

@testable import Plot

/// Marks of rows by key paths are those of plain arrays.
@Suite struct RowMarkTests {
  private struct Row {
    var score: Double
    var low: Double
    var group: String
  }

  private let rows = [Row(score: 1, low: 0, group: "a"), Row(score: 4, low: 2, group: "b")]

  @Test func keyPathsReadTheRows() {
    let names = Series.column(["a", "b"])
    #expect(HistogramMark(rows, x: \.score, bins: .count(3)) == HistogramMark([1.0, 4], bins: .count(3)))
    #expect(HistogramMark(rows, x: \.score, series: \.group) == HistogramMark([1.0, 4], series: names))
    #expect(DensityMark(rows, x: \.score, series: "one") == DensityMark([1.0, 4], series: "one"))
    #expect(DensityMark(rows, x: \.score, series: \.group) == DensityMark([1.0, 4], series: names))
    #expect(RugMark(rows, x: \.score) == RugMark(x: [1.0, 4]) && RugMark(rows, y: \.low) == RugMark(y: [0.0, 2]))
    let band = BandMark(x: [1.0, 4], low: [0.0, 2], high: [1.0, 4], series: names)
    #expect(BandMark(rows, x: \.score, low: \.low, high: \.score, series: \.group) == band)
  }

  @Test func labelledValuesReadTheRows() {
    #expect(PlottableValues.value("Score", rows, \.score) == .value("Score", [1.0, 4]))
    #expect(PlottableValues.value("Score", 1.0) == .value("Score", [1.0]))
  }
}
