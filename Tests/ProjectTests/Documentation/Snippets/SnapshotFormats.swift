import Plot
import PlotTesting
import Testing

// snippet.snapshot-formats
@Suite struct ReportCharts {
  let chart = Chart("Loss") {
    LineMark(x: [1, 2, 3, 4], y: [0.9, 0.5, 0.3, 0.2])
  }

  /// The text that a reader can select and search in the PDF.
  @Test func paper() { expectSnapshot(of: chart, as: .pdf) }

  /// The scene alone: a text file of every shape and word, the same on every machine.
  @Test func layout() { expectSnapshot(of: chart.legend(.top), as: .scene) }

  /// No reference: two charts that must look the same.
  @Test func rangesAreAsGoodAsLists() {
    let counted = Chart("Loss") { LineMark(x: Array(1...4), y: [0.9, 0.5, 0.3, 0.2]) }
    expectSameRendering(chart, counted)
  }
}
// snippet.end
