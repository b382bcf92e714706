import PlotTesting
import TrainingCharts
import XCTest

/// The same call in XCTest.
final class AccuracyChartTests: XCTestCase {
  func testAccuracies() {
    expectSnapshot(of: accuracyChart(["SimpleRNN": 0.78, "GRU": 0.86, "LSTM": 0.87, "Dense": 0.71]))
  }
}
