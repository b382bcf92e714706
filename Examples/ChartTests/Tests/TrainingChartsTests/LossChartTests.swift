import Plot
import PlotTesting
import Testing
import TrainingCharts

@Suite struct LossChartTests {
  private static let training = [0.95, 0.63, 0.48, 0.38, 0.32, 0.27, 0.24, 0.21, 0.19, 0.17, 0.16, 0.15]
  private static let validation = [0.99, 0.68, 0.54, 0.45, 0.4, 0.37, 0.35, 0.34, 0.33, 0.34, 0.35, 0.37]
  private let chart = lossChart(training: training, validation: validation)

  @Test func losses() { expectSnapshot(of: chart) }

  /// A test that runs once for each argument names its snapshots.
  @Test(arguments: ["light", "dark"]) func themes(_ name: String) {
    expectSnapshot(of: chart.theme(name == "dark" ? .dark : .light), named: name, as: .scene)
  }

  @Test func aThemeChangesNoNumber() { expectSameRendering(chart, chart.theme(.light)) }
}
