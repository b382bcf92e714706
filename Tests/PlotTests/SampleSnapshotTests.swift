import PlotTesting
import Testing

@testable import Plot

/// What other tests of this module measure, as it looks.
@Suite struct SampleSnapshotTests {
  /// Left away: what shows nothing, what is shown elsewhere, and what would need much space in the repository.
  private static let charts = SampleCharts.all.map(\.name).filter {
    !["one by one", "image", "small cells", "parallel"].contains($0) && !$0.hasSuffix("dark")
      && !$0.hasSuffix("of many")
  }
  private static let figures = SampleFigures.all.map(\.name).filter {
    !["one by one", "a hundred", "hard cases"].contains($0)
  }

  @Test(arguments: charts) func chart(_ name: String) throws {
    let chart = try #require(SampleCharts.all.first { $0.name == name }?.chart)
    // Where texts stand is what matters in these, and the scene says it.
    expectSnapshot(of: chart, named: name, as: name.hasPrefix("names") ? .scene : [.scene, .image])
  }

  @Test(arguments: figures) func figure(_ name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    expectSnapshot(of: figure, named: name)
  }

  @Test func textsOfPDF() { expectSnapshot(of: SampleCharts.korean, as: .pdf) }
}
