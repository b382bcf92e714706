import Plot
import PlotTesting
import Testing
import TrainingCharts

@Suite struct LossChartTests {
  private let chart = lossChart(
    training: (1...20).map { 1.9 / Double($0 + 1) },
    validation: (1...20).map { 2 / Double($0 + 1) + 0.002 * Double($0) })

  @Test func losses() { expectSnapshot(of: chart) }

  /// A test that runs once for each argument names its snapshots.
  @Test(arguments: ["light", "dark"]) func themes(_ name: String) {
    expectSnapshot(of: chart.theme(name == "dark" ? .dark : .light), named: name, as: .scene)
  }

  @Test func aThemeChangesNoNumber() { expectSameRendering(chart, chart.theme(.light)) }
}
