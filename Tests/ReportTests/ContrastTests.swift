import Foundation
import Plot
import Testing

@testable import Report

/// The style sheet's colours can be told apart, in both themes: 4.5 for text, 3 for what is no text (WCAG 2.2, 1.4.3 and
/// 1.4.11).
@Suite struct ContrastTests {
  enum Look: CaseIterable { case light, dark }

  /// The custom properties of a theme.
  private static func colours(_ look: Look) throws -> [String: Color] {
    let css = ChartDrawing.stylesheet + (try #require(PageAssets.text(named: "page.css")))
    var colours: [String: Color] = [:]
    for block in css.matches(of: /(@media screen and \(prefers-color-scheme: ?dark\) ?\{\s*)?:root ?\{([^}]*)\}/) {
      guard block.1 == nil || look == .dark else { continue }
      for property in block.2.matches(of: /--([\w-]+): ?#([0-9A-Fa-f]{6})/) {
        colours[String(property.1)] = UInt32(property.2, radix: 16).map { Color($0) }
      }
    }
    return colours
  }

  @Test(arguments: Look.allCases) func textCanBeRead(_ look: Look) throws {
    let colours = try Self.colours(look)
    let paper = try #require(colours["ll-paper"])
    #expect((paper.contrast(with: Color(0xFFFFFF)) < 1.1) == (look == .light))
    var pairs = ["ll-ink", "ll-muted", "link", "good", "busy", "bad", "warn"].map { ($0, "ll-paper") }
    pairs += ["ll-ink", "ll-muted"].map { ($0, "wash") }
    pairs += ["good", "busy", "bad", "warn"].map { ($0, $0 + "-wash") } + [("ll-ink", "warn-wash")]
    for (text, ground) in pairs {
      let ratio = try #require(colours[text]).contrast(with: try #require(colours[ground]))
      #expect(ratio >= 4.5, "\(text) on \(ground) has \(ratio).")
    }
  }

  @Test(arguments: Look.allCases) func controlsAndMarksCanBeSeen(_ look: Look) throws {
    let colours = try Self.colours(look)
    let paper = try #require(colours["ll-paper"])
    for name in ["control", "link", "ll-series-1", "ll-series-2", "ll-series-3"] {
      let ratio = try #require(colours[name]).contrast(with: paper)
      #expect(ratio >= 3, "\(name) has \(ratio).")
    }
  }
}
