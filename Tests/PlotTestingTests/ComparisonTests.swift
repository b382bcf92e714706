import Foundation
import Testing

@testable import Plot
@testable import Snapshots

@Suite struct ComparisonTests {
  private func picture(_ pixel: UInt32 = 0xFFFF_FFFF) -> PixelImage {
    PixelImage(width: 7, height: 5, filledWith: pixel)
  }

  @Test func theComparatorWorks() { #expect(ComparatorCheck.problem == nil) }

  /// The same colours as the chart library's own OKLab, which is in double precision.
  @Test func distancesAreThoseOfOKLab() throws {
    var random = SampleGenerator(seed: 3)
    func color() -> UInt32 { UInt32(random.uniform() * 0x100_0000) }
    for _ in 0..<2000 {
      let (first, second) = (color(), color())
      let (a, b) = (OKLab(Color(first)), OKLab(Color(second)))
      let distance = abs(a.lightness - b.lightness) + hypot(a.a - b.a, a.b - b.b)
      let found = try #require(PixelComparison(picture(first | 0xFF00_0000), picture(second | 0xFF00_0000)))
      #expect(abs(Double(found.worst) - distance) < 1e-5 || found.isSame && distance < 0.0201)
    }
  }

  @Test func everyPixelCounts() throws {
    for place in 0..<35 {
      var other = picture()
      other.pixels[place] = 0xFFF0_F0F0
      let found = try #require(PixelComparison(picture(), other))
      #expect(found.count == 1 && found.worstPlace == (place % 7, place / 7))
      #expect(found.columns == place % 7...place % 7 && found.rows == place / 7...place / 7)
    }
  }

  @Test func theBoxAndTheWorstPlaceAreFound() throws {
    var other = picture()
    for (place, pixel) in [(8, 0xFFF0_F0F0), (12, 0xFF80_8080), (29, 0xFFA0_A0A0)] {
      other.pixels[place] = UInt32(pixel)
    }
    let found = try #require(PixelComparison(picture(), other))
    #expect(found.count == 3 && found.worstPlace == (5, 1))
    #expect(found.columns == 1...5 && found.rows == 1...4)
    #expect(found.summary.hasPrefix("3 pixels of 35 differ, the worst by 0.4"))
  }

  @Test func opacityCounts() throws {
    #expect(try !#require(PixelComparison(picture(), picture(0xF0FF_FFFF))).isSame)
  }

  @Test func oneStepIsNoDifference() throws {
    for gray in UInt32(0)..<255 {
      let found = try #require(
        PixelComparison(picture(0xFF00_0000 | gray * 0x1_0101), picture(0xFF00_0000 | (gray + 1) * 0x1_0101)))
      #expect(found.isSame)
    }
  }

  @Test func picturesOfAnotherSizeCannotBeCompared() {
    #expect(PixelComparison(picture(), PixelImage(width: 5, height: 7)) == nil)
    let picture = DifferencePicture.png(reference: picture(), actual: PixelImage(width: 5, height: 9))
    #expect(picture.flatMap { try? PixelImage(png: $0) }?.width == 7 + 5 + 3 * 16)
  }

  @Test func pngsKeepTheirPixels() throws {
    var random = SampleGenerator(seed: 8)
    var image = PixelImage(width: 61, height: 17)
    for place in image.pixels.indices { image.pixels[place] = 0xFF00_0000 | UInt32(random.uniform() * 0x100_0000) }
    let png = try #require(image.png())
    #expect(try PixelImage(png: png) == image)
    let file = try PNGFile(PNGFile(png).adding("Rendering stack", "cairo 1; Ü€"))
    #expect(file.texts == ["Rendering stack": "cairo 1; Ü?"])
    #expect(try PixelImage(png: file.bytes) == image)
    #expect((file.width, file.height) == (61, 17))
  }

  @Test func linesThatDifferAreListed() {
    let comparison = TextComparison("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")
    #expect(comparison.lines == ["2 - b", "2 + B", "5 + e"])
    #expect(comparison.summary(limit: 1) == "    2 - b\n    … and 2 more")
    #expect(TextComparison("same\n", "same\n").isSame)
    let many = (0..<3000).map { "\($0)\n" }.joined()
    #expect(TextComparison(many, many.replacing("1", with: "x")).lines.count > 1000)
  }

  /// In a debug build too: with all pixels different, the worst case, and with few.
  @Test func comparingTakesNoLongerThanDrawing() throws {
    let chart = SampleChart.chart().size(width: 1600, height: 1000)
    let drawing = try chart.drawing()
    let light = try PixelImage(png: drawing.png(scale: 1))
    let moved = try PixelImage(png: SampleChart.chart { $0[10] += 0.02 }.size(width: 1600, height: 1000).png(scale: 1))
    let dark = try PixelImage(png: chart.theme(.dark).png(scale: 1))
    func time(_ body: () throws -> Void) rethrows -> Duration {
      var best = Duration.seconds(1000)
      for _ in 0..<7 { best = min(best, try ContinuousClock().measure(body)) }
      return best
    }
    let rendering = try time { _ = try chart.drawing().png(scale: 1) }
    let few = time { _ = PixelComparison(light, moved) }
    let all = time { _ = PixelComparison(light, dark) }
    if ProcessInfo.processInfo.environment["MEASURE"] != nil { print("rendering \(rendering), few \(few), all \(all)") }
    #expect(few < rendering)
    #expect(all < rendering * 3, "the worst case, on a machine that does other things")
  }
}
