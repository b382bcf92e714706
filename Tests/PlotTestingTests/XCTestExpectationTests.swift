import Plot
import PlotTesting
import XCTest

/// The same expectations in XCTest.
final class XCTestExpectationTests: XCTestCase {
  func testChart() { expectSnapshot(of: SampleChart.chart()) }

  func testNamed() async {
    for theme in [Theme.light, .dark] {
      expectSnapshot(of: SampleChart.chart().theme(theme), named: theme.name, as: .scene)
    }
  }

  func testSameRendering() { expectSameRendering(SampleChart.chart(), SampleChart.chart()) }
}
