// snippet.plot-testing-first
import Foundation
import Plot
import PlotTesting
import Testing

struct LossTests {
  private let chart = Chart("Loss by epoch") {
    LineMark(x: [1, 2, 3, 4, 5], y: [0.9, 0.5, 0.32, 0.25, 0.21], series: "training")
    LineMark(x: [1, 2, 3, 4, 5], y: [1.0, 0.61, 0.42, 0.37, 0.36], series: "validation")
  }
  .xAxis("Epoch")
  .yAxis("Loss")

  @Test func lossCurve() {
    expectSnapshot(of: chart)
  }

  @Test(arguments: Theme.all) func themes(_ theme: Theme) {
    expectSnapshot(of: chart.theme(theme), named: theme.name)
  }

  @Test func paper() {
    expectSnapshot(of: chart, as: .pdf)
  }

  @Test func isReadBackAsItWas() throws {
    let json = try JSONEncoder().encode(chart)
    expectSameRendering(try JSONDecoder().decode(Chart.self, from: json), chart)
  }
}
// snippet.end
