import Foundation
import Testing

@testable import Plot

@Suite struct ShaperTests {
  private let shaper = Shaper(fonts: .installed, families: Theme.light.fontFamilies)

  private static let samples = [
    "Loss 10⁻⁴", "x² H₂O", "월별 승객 수 (명) 2026年 漢字", "訓練損失の推移", "训练损失", "αβΩ Привет",
    "é x̂ ñ ā̊ ḗ i̇̀", "Loss של training (אימון) 3.5%", "مودل LSTM ١٢٣", "\u{1112}\u{1161}\u{11AB}글",
    "\u{202E}override\u{202C} after", "\u{2067}\u{202E}\u{202A}never closed", "👩‍👩‍👧 🇰🇷 😀", "", " ", "\u{200D}",
  ]

  @Test(arguments: samples) func glyphsStandForEveryByteInOrder(text: String) throws {
    let shaped = try shaper.shape(text)
    #expect(shaped.runs.map(\.text.utf8.count).reduce(0, +) == text.utf8.count)
    for run in shaped.runs {
      let clusters = run.glyphs.map(\.cluster)
      #expect(clusters == (run.isRightToLeft ? clusters.sorted(by: >) : clusters.sorted()))
      #expect(clusters.allSatisfy { (0..<run.text.utf8.count).contains($0) })
    }
    #expect(shaped.width.isFinite && shaped.width >= 0)
  }

  @Test func wordsFromRightToLeftAreReordered() throws {
    #expect(try runs("ab אבג cd") == ["ab ", "אבג", " cd"])
    #expect(try runs("אבג ab") == ["ab", " ", "אבג"])
    #expect(try shaper.shape("אבג ab").isRightToLeft)
    #expect(try !shaper.shape("ab אבג").isRightToLeft)
    // Letters stand from right to left in the word: the first one has the largest place.
    let word = try #require(try shaper.shape("אבג").runs.first)
    #expect(word.isRightToLeft && word.glyphs.map(\.cluster) == [4, 2, 0])
    #expect(word.glyphs.map(\.x) == word.glyphs.map(\.x).sorted())
  }

  private func runs(_ text: String) throws -> [String] {
    // Spaces may be set in another font than the word beside them.
    try shaper.shape(text).runs.reduce(into: []) { parts, run in
      if let last = parts.last, last.last?.isASCII == true, run.text.first?.isASCII == true, !run.isRightToLeft {
        parts[parts.count - 1] += run.text
      } else {
        parts.append(run.text)
      }
    }
  }

  /// Examples in the order in which a reader sees them, as UAX #9 has it.
  @Test(arguments: [
    ("abc", "abc"), ("אבג", "גבא"), ("abc אבג def", "abc גבא def"), ("abc אבג 123", "abc 123 גבא"),
    ("אבג abc!", "!abc גבא"), ("a (אב) b", "a (בא) b"), ("אב (ab) גד", "דג (ab) בא"), ("a-אב ", "a-בא "),
    ("אב ", " בא"), ("a \u{202B}אב ", "a \u{202B}בא "),
  ]) func levelsGiveTheVisualOrder(text: String, seen: String) {
    let scalars = Array(text.unicodeScalars)
    let order = BidiParagraph.visualOrder(of: BidiParagraph(scalars).levels)
    // Parentheses are mirrored where they stand from right to left.
    let levels = BidiParagraph(scalars).levels
    let mirrored: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", ")": "("]
    let visual = order.map { levels[$0] % 2 == 1 ? mirrored[scalars[$0]] ?? scalars[$0] : scalars[$0] }
    #expect(visual == Array(seen.unicodeScalars))
  }

  /// Every list of up to six levels from 0 to 2: each position once, and turned around twice it is as before.
  @Test func visualOrderIsAPermutation() {
    for count in 0...6 {
      for code in 0..<Int(pow(3, Double(count))) {
        let levels = (0..<count).map { Int8(code / Int(pow(3, Double($0))) % 3) }
        let order = BidiParagraph.visualOrder(of: levels)
        #expect(order.sorted() == Array(0..<count))
        if levels.allSatisfy({ $0 == 1 }) { #expect(order == (0..<count).reversed()) }
        if levels.allSatisfy({ $0 != 1 }) { #expect(order == Array(0..<count)) }
      }
    }
  }

  @Test func koreanAndJapaneseFormsDiffer() throws {
    func glyph(of character: Character, in text: String) throws -> UInt32? {
      for run in try shaper.shape(text).runs {
        guard let index = run.text.firstIndex(of: character) else { continue }
        let offset = run.text.utf8.distance(from: run.text.startIndex, to: index)
        return run.glyphs.first { $0.cluster == offset }?.id
      }
      return nil
    }
    let korean = try glyph(of: "免", in: "면 免")
    let japanese = try glyph(of: "免", in: "免れる")
    #expect(try korean == glyph(of: "免", in: "免"))
    #expect(korean != nil && japanese != nil && korean != japanese)
  }

  @Test(arguments: samples.dropLast(4)) func everyScriptHasItsFont(text: String) throws {
    let missing = try shaper.shape(text).missing
    #expect(missing.isEmpty)
  }

  @Test func marksStayWithTheirBase() throws {
    let shaped = try shaper.shape("e\u{301}x\u{302}")
    #expect(shaped.runs.count == 1)
    #expect(shaped.missing.isEmpty)
    #expect(try abs(shaped.width - shaper.shape("éx").width) < 0.01)
  }

  @Test func otherInstalledFontsFillIn() throws {
    for library in [FontLibrary.installed, FontLibrary()] {
      let shaped = try Shaper(fonts: library, families: ["Inter"]).shape("שלום 승객")
      #expect(shaped.missing.isEmpty)
      let alone = try Shaper(fonts: .installed, families: ["Inter"]).shape("שלום 승객")
      #expect(shaped.runs.map(\.face.path) == alone.runs.map(\.face.path))
    }
  }

  @Test func charactersWithoutAFontAreNamedAndBoxed() throws {
    let shaped = try shaper.shape("a\u{0378}b 👩‍👩‍👧")
    #expect(shaped.missing.first == "\u{0378}")
    #expect(shaped.runs.contains { $0.glyphs.contains { $0.id == 0 } })
  }

  @Test func hugeTextsAreCut() throws {
    let marks = "e" + String(repeating: "\u{301}", count: 5_000_000)
    let letters = String(repeating: "ab ", count: 3_000_000)
    let setter = TextSetter(theme: .light, fonts: .installed)
    for text in [marks, letters] {
      #expect(try shaper.shape(text).string.unicodeScalars.count <= Shaper.longestLine + 1)
      #expect(try setter.shorten(text, width: 100, size: 11).hasSuffix("…"))
      #expect(try setter.wrap(text, width: 100, size: 11, limit: 3).last?.hasSuffix("…") == true)
    }
  }
}
