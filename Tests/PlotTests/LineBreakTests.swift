import Testing

@testable import Plot

@Suite struct LineBreakTests {
  private let setter = TextSetter(theme: .light, fonts: .installed)

  private func pieces(_ text: String) -> [String] { LineBreaker(text).pieces.map(\.text) }

  @Test func linesBreakAtSpacesHyphensAndSlashes() {
    #expect(pieces("  one two\u{A0}three ") == ["one", "two\u{A0}three"])
    #expect(pieces("left-to/right") == ["left-", "to/", "right"])
    #expect(pieces("-5 1/2 1e-5 a--b 2026-01-02") == ["-5", "1/2", "1e-5", "a--b", "2026-01-02"])
    #expect(pieces("").isEmpty && pieces("   ").isEmpty)
  }

  @Test func chineseAndJapaneseBreakBetweenCharactersButNotBeforePunctuation() {
    #expect(pieces("検証、「損失」。") == ["検", "証、", "「損", "失」。"])
    #expect(pieces("승객 수") == ["승객", "수"])
    #expect(pieces("損失Loss") == ["損", "失", "Loss"])
  }

  @Test(arguments: [
    "the quick brown fox", "한국어 제목이 아주 길어서 여러 줄로 나뉩니다", "訓練損失の推移をエポックごとに表示します。",
    "validation/loss-of-the-first-model", "supercalifragilisticexpialidocious", "שלום לכולם and everybody else",
  ]) func linesFitAndLoseNothing(text: String) throws {
    for width in stride(from: 20.0, through: 200, by: 20) {
      let lines = try setter.wrap(text, width: width, size: 12, limit: 1000)
      for line in lines { #expect(try setter.width(line, size: 12) <= width) }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      let short = try setter.wrap(text, width: width, size: 12, limit: 2)
      #expect(short.count <= 2)
      #expect(short == Array(lines.prefix(2)) || short.last?.hasSuffix("…") == true)
      for line in short { #expect(try setter.width(line, size: 12) <= width) }
    }
  }

  @Test func wordsStayWholeWhereTheyCan() throws {
    let lines = try setter.wrap("one two three four", width: 45, size: 11, limit: 9)
    #expect(lines.allSatisfy { $0.split(separator: " ").allSatisfy { ["one", "two", "three", "four"].contains($0) } })
  }

  @Test(arguments: [0, -5, 1, .infinity, .nan]) func oddWidthsAreHarmless(width: Double) throws {
    _ = try setter.wrap("some text that is long", width: width, size: 11, limit: 3)
    _ = try setter.shorten("some text that is long", width: width, size: 11)
    #expect(try setter.wrap("some text", width: 10, size: 11, limit: 0).isEmpty)
  }

  @Test func nothingIsCutAwayWithoutASign() throws {
    let marks = "a" + String(repeating: "\u{301}", count: 9000)
    #expect(try setter.shorten(marks + " end", width: 50, size: 11).hasSuffix("…"))
    for width in stride(from: 10.0, through: 50, by: 1) {
      #expect(try !setter.shorten("one  two", width: width, size: 11).contains(" …"))
    }
  }
}
