import Foundation
import Testing

@testable import Plot

@Suite struct PaletteTests {
  /// WCAG 2.2 asks for 4.5 : 1 for text and 3 : 1 for graphics.
  @Test(arguments: Theme.all) func textIsReadableOnPaper(theme: Theme) {
    #expect(theme.ink.contrast(with: theme.paper) >= 7)
    #expect(theme.muted.contrast(with: theme.paper) >= 4.5)
  }

  @Test(arguments: [
    // Okabe and Ito's orange and sky blue are known to be light on white; both stay above 2.2.
    (Theme.light, 6, 2.2), (.dark, 8, 3.0), (.print, 4, 3.0), (.presentation, 6, 2.2),
  ])
  func seriesStandOutFromPaper(theme: Theme, readable: Int, least: Double) {
    let contrasts = theme.palette.map { $0.contrast(with: theme.paper) }
    #expect(contrasts.count { $0 >= 3 } >= readable, "\(contrasts)")
    #expect(contrasts.min() ?? 0 >= least, "\(contrasts)")
  }

  /// The smallest distance (ΔE*ab) under all four kinds of sight, as the palettes' documentation says; the expected figures
  /// were computed with numpy from the same published matrices.
  @Test(arguments: [
    (Palette.okabeIto, [3: 16.97, 6: 16.05, 8: 13.57]), (Palette.okabeItoDark, [3: 21.40, 6: 19.23, 8: 16.75]),
    (Palette.petroff10, [3: 41.16, 6: 18.15, 8: 18.15, 10: 17.29]),
    (Palette.observable10, [3: 31.80, 6: 3.03, 8: 3.03, 10: 3.03]),
    (Palette.tableau10, [3: 22.08, 6: 0.90, 8: 0.90, 10: 0.90]), (Palette.grays, [3: 26.02, 4: 12.66]),
  ])
  func theDistancesAreTheDocumentedOnes(colors: [Color], distances: [Int: Double]) {
    for (count, distance) in distances {
      #expect(abs(ColorDistance.smallest(Array(colors.prefix(count))) - distance) < 0.01, "\(count)")
    }
  }

  @Test func theDistanceIsTheOneOthersCompute() {
    #expect(abs(ColorDistance.smallest(Palette.okabeIto, .deutan) - 13.57) < 0.01)
  }

  @Test func palettesAreThePublishedOnes() {
    let observable = "#4269D0#EFB118#FF725C#6CC5B0#3CA951#FF8AB7#A463F2#97BBF5#9C6B4E#9498A0"
    #expect(Palette.observable10.map(\.hex).joined() == observable)
    #expect(Palette.tableau10.count == 10 && Palette.petroff10.count == 10)
    #expect(Palette.petroff10.last == Color(0x92DADD) && Palette.tableau10.last == Color(0xBAB0AC))
  }
}

@Suite struct ColorSchemeTests {
  @Test func okLabGoesThereAndBack() {
    for rgb in stride(from: UInt32(0), through: 0xFFFFFF, by: 0x1337) {
      #expect(OKLab(Color(rgb)).color == Color(rgb))
    }
    // The table of Ottosson's article, for white and for sRGB red.
    #expect(abs(OKLab(Color(0xFFFFFF)).lightness - 1) < 1e-4)
    let red = OKLab(Color(0xFF0000))
    #expect(abs(red.lightness - 0.62796) < 1e-4 && abs(red.a - 0.22486) < 1e-4 && abs(red.b - 0.12585) < 1e-4)
  }

  /// Entries of matplotlib's table of 256 colours.
  @Test(arguments: [
    (0, 0x440154), (7, 0x460B5E), (64, 0x3B528B), (100, 0x2A768E), (128, 0x21918C), (200, 0x70CF57), (255, 0xFDE725),
  ])
  func viridisIsThePublishedOne(index: Int, rgb: Int) {
    let (ours, theirs) = (ColorScheme.viridis.color(at: Double(index) / 255), Color(UInt32(rgb)))
    for channel in [\Color.red, \.green, \.blue] {
      #expect(abs(Int(ours[keyPath: channel]) - Int(theirs[keyPath: channel])) <= 2, "\(index): \(ours.hex)")
    }
  }

  /// More is always further from the paper, in every step.
  @Test(arguments: [(ColorScheme.blues, false), (.bluesDark, true), (.viridis, true), (.viridisDark, true)])
  func sequentialSchemesChangeOneWay(scheme: ColorScheme, risesInLightness: Bool) {
    let lightness = (0...100).map { OKLab(scheme.color(at: Double($0) / 100)).lightness }
    for (a, b) in zip(lightness, lightness.dropFirst()) { #expect(risesInLightness ? b > a - 2e-3 : b < a + 2e-3) }
    #expect(abs((lightness.last ?? 0) - (lightness.first ?? 0)) > 0.4)
  }

  @Test(arguments: [ColorScheme.blueOrange, .blueOrangeDark]) func divergingSchemesAreEven(scheme: ColorScheme) {
    for step in 1...4 {
      let low = OKLab(scheme.color(at: 0.5 - Double(step) / 8))
      let high = OKLab(scheme.color(at: 0.5 + Double(step) / 8))
      #expect(abs(low.lightness - high.lightness) < 0.05, "\(step): \(low.lightness) \(high.lightness)")
      #expect(low.b < 0 && high.b > 0)
    }
  }

  @Test func aSchemeOfAnyLengthHasColours() {
    #expect(ColorScheme(name: "none", colors: []).color(at: 0.5) == Color(0x808080))
    #expect(ColorScheme(name: "one", colors: [Color(1)]).color(at: 0.9) == Color(1))
    for fraction in [Double.nan, -1, 2, .infinity, -.infinity] { _ = ColorScheme.viridis.color(at: fraction) }
    #expect(ColorScheme.viridis.reversed.color(at: 0) == Color(0xFDE725))
  }
}

@Suite struct ColorScaleTests {
  @Test func aSequentialScaleSpansItsDomain() {
    let scale = ColorScale(.blues, domain: 10...20)
    #expect(scale.color(for: 10) == ColorScheme.blues.colors.first)
    #expect(scale.color(for: 25) == ColorScheme.blues.colors.last)
    #expect(scale.color(for: 15) == ColorScheme.blues.colors[4])
    #expect(scale.color(for: .nan) == scale.missing)
    #expect(scale.color(for: .infinity) == ColorScheme.blues.colors.last)
    var reversed = scale
    reversed.isReversed = true
    #expect(reversed.color(for: 10) == ColorScheme.blues.colors.last)
  }

  @Test func aDivergingScaleIsCentredAndEven() {
    let scale = ColorScale(.blueOrange, domain: -2...8, midpoint: 0)
    #expect(scale.color(for: 0) == ColorScheme.blueOrange.colors[4])
    #expect(scale.color(for: 8) == ColorScheme.blueOrange.colors[8])
    #expect(scale.fraction(of: -2) == 0.375)
    #expect(scale.fraction(of: 2) == 0.625)
  }

  @Test func oddDomainsGiveColours() {
    for domain in [0.0...0.0, -1e308...1e308, 0...Double.leastNonzeroMagnitude] {
      for midpoint in [nil, 0, 1e308, .nan] as [Double?] {
        let scale = ColorScale(.viridis, domain: domain, midpoint: midpoint)
        for value in [0, 1e308, -1e308, .infinity, .leastNonzeroMagnitude] {
          #expect((0...1).contains(scale.fraction(of: value) ?? -1))
        }
      }
    }
    #expect(ColorScale(.blues, domain: 3...3).fraction(of: 3) == 0.5)
  }

  @Test func itSurvivesJSON() throws {
    let scale = ColorScale(.blueOrange, domain: -2...8, midpoint: 0, isReversed: true)
    #expect(try JSONDecoder().decode(ColorScale.self, from: JSONEncoder().encode(scale)) == scale)
  }
}

@Suite struct ThemePresetTests {
  @Test func aThemeOfAnEarlierVersionCanBeRead() throws {
    var json = String(decoding: try JSONEncoder().encode(Theme.light), as: UTF8.self)
    json.replace(#""distinguishesByShape":false,"#, with: "")
    json.replace(#","distinguishesByShape":false"#, with: "")
    #expect(!json.contains("distinguishesByShape"))
    #expect(try JSONDecoder().decode(Theme.self, from: Data(json.utf8)) == .light)
    #expect(try JSONDecoder().decode(Theme.self, from: JSONEncoder().encode(Theme.print)) == .print)
  }

  @Test func themesHaveNamesOfTheirOwn() {
    #expect(Theme.all.map(\.name) == ["light", "dark", "print", "presentation"])
    #expect(Theme.dark.isDark && !Theme.print.isDark && Theme.dark.sequentialScheme == .bluesDark)
  }
}
