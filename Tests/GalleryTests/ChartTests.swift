import Foundation
import Plot
import PlotTesting
import Testing

@testable import Gallery

/// Every gallery chart against its references, scene and picture.
struct ChartTests {
  @Test(arguments: Gallery.all.map(\.slug)) func everyChart(_ slug: String) throws {
    let chart = try #require(Gallery.all.first { $0.slug == slug })
    expectSnapshot(of: try chart.picture().drawing(), named: slug)
  }

  @Test func everyReferenceHasItsChart() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "__Snapshots__/ChartTests")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".pending.") }
    let expected = Gallery.all.flatMap { chart in ["scene", "png"].map { "ChartTests.everyChart.\(chart.slug).\($0)" } }
    #expect(Set(names) == Set(expected))
  }
}
