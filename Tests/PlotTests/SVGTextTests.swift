import Foundation
import Testing

@testable import Plot

@Suite struct SVGTextTests {
  private func svg(_ text: String, anchor: TextNode.Anchor) throws -> String {
    let line = try TextSetter(theme: .light, fonts: .installed)
      .line(text, at: Point(50, 50), size: 11, anchor: anchor, paint: .ink)
    let scene = Scene(
      width: 100, height: 100, theme: .light, title: "", alternativeText: "", nodes: [.text(line)], diagnostics: [])
    return SVGWriter.write(scene, embedded: true, identifier: "t")
  }

  @Test func linesFromRightToLeftSaySoAndKeepTheirAnchor() throws {
    #expect(try svg("שלום", anchor: .start).contains("direction=\"rtl\" text-anchor=\"end\""))
    #expect(try !svg("שלום", anchor: .end).contains("text-anchor"))
    #expect(try svg("שלום", anchor: .middle).contains("direction=\"rtl\" text-anchor=\"middle\""))
    #expect(try svg("a שלום", anchor: .end).contains(/<text[^>]*text-anchor="end"[^>]*>a/))
    #expect(try !svg("a שלום", anchor: .end).contains("rtl"))
    // A page that reads from right to left does not turn the chart around.
    #expect(try svg("a", anchor: .start).contains(/<svg[^>]* direction="ltr"/))
  }

  @Test func aFileTakesAPagesColoursAndHasItsOwn() throws {
    let light = try SampleCharts.bars.svg()
    #expect(light.contains("fill=\"#0072B2\"") && light.contains("{fill:var(--ll-series-1,#0072B2)}"))
    #expect(light.contains(/<style>@supports \(fill:var\(--ll-ink\)\)\{#ll-[0-9a-f]{16} \.ll-/))
    #expect(try !SampleCharts.bars.drawing().svg(embeddedAs: "b").contains("<style>"))
  }

  @Test func drawingsThatDifferInAnythingHaveOtherIds() throws {
    let charts = [
      SampleCharts.bars, SampleCharts.bars.theme(.dark), SampleCharts.bars.size(width: 505, height: 360),
      SampleCharts.korean,
    ]
    let ids = try charts.flatMap { try $0.svg().matches(of: /\ id="([^"]*)"/).map { String($0.1) } }
    #expect(ids.count >= 3 * charts.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [0.5, 1, 2, 3.7, 300.0 / 72]) func pngResolutionFollowsTheScale(scale: Double) throws {
    let png = try SampleCharts.bars.png(scale: scale)
    let start = try #require(png.firstRange(of: Array("pHYs".utf8))?.upperBound)
    let perMetre = png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    #expect(perMetre == Int((72 * scale / 0.0254).rounded()))
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == Int((504 * scale).rounded()))
  }
}
