import Testing

@testable import Report

@Suite struct TextTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (-3, "\u{2212}3"), (131, "131"), (0.001034, "0.001034"), (0.00103449, "0.001034"),
    (0.5, "0.5000"), (-0.25, "\u{2212}0.2500"), (0.99996, "1.000"), (0.099999, "0.1000"), (12.3456, "12.35"),
    (1234.56, "1,235"), (9_999_999, "9,999,999"), (12_345_678.9, "1.235·10⁷"), (0.0001, "0.0001000"),
    (0.00002739, "2.739·10⁻⁵"), (0x1p-1030, "8.692·10⁻³¹¹"), (1e300, "1.000·10³⁰⁰"), (9.9999e-9, "1.000·10⁻⁸"),
    (.infinity, "∞"), (-.infinity, "\u{2212}∞"), (.nan, "NaN"), (.greatestFiniteMagnitude, "1.798·10³⁰⁸"),
    (.leastNonzeroMagnitude, "4.941·10⁻³²⁴"), (0.00009999999, "0.0001000"),
  ])
  func measuredNumbers(_ value: Double, _ text: String) {
    #expect(NumberText.measured(value) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "\u{2212}1,234,567"), (Int.min, nil)])
  func groupedCounts(_ count: Int, _ text: String?) {
    #expect(NumberText.grouped(count) == text ?? "\u{2212}9,223,372,036,854,775,808")
  }

  @Test func countsHaveNouns() {
    #expect(NumberText.counted(1, "epoch") == "1 epoch")
    #expect(NumberText.counted(0, "epoch") == "0 epochs")
    #expect(NumberText.fixed(-0.004, decimals: 1) == "0.0")
  }

  @Test(arguments: [
    (0, "0 ms"), (0.026, "26 ms"), (0.26, "0.26 s"), (9.994, "9.99 s"), (9.999, "10.0 s"), (59.96, "1 min 00 s"),
    (252, "4 min 12 s"), (3599.6, "1 h 00 min"), (7500, "2 h 05 min"), (86_399, "1 d 0 h"), (273_600, "3 d 4 h"),
  ])
  func durations(_ seconds: Double, _ text: String) {
    #expect(TimeText.duration(seconds) == text)
  }

  @Test func impossibleTimesAreLeftOut() {
    #expect(TimeText.duration(-1) == nil)
    #expect(TimeText.duration(.nan) == nil)
    #expect(TimeText.moment(.infinity) == nil)
    #expect(TimeText.moment(1e300) == nil)
  }

  @Test(arguments: [
    (0, "1 Jan 1970, 00:00 UTC"), (-1, "31 Dec 1969, 23:59 UTC"), (951_782_399, "28 Feb 2000, 23:59 UTC"),
    (951_782_400, "29 Feb 2000, 00:00 UTC"), (1_795_314_095.25, "22 Nov 2026, 02:21 UTC"),
    (4_107_542_399, "28 Feb 2100, 23:59 UTC"), (4_107_542_400, "1 Mar 2100, 00:00 UTC"),
  ])
  func moments(_ seconds: Double, _ text: String) {
    #expect(TimeText.moment(seconds) == text)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    var expected = (year: 1900, month: 1, day: 1)
    for day in 0..<146_097 {
      let date = try #require(CivilDate(secondsSince1970: Double(day - 25_567) * 86_400))
      guard (date.year, date.month, date.day) == expected else {
        Issue.record("Day \(day) is \(date), not \(expected).")
        return
      }
      expected = next(expected)
    }
  }

  private func next(_ date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
    let isLeap = date.year.isMultiple(of: 4) && (!date.year.isMultiple(of: 100) || date.year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }

  @Test func invisibleCharactersBecomeVisible() {
    #expect(VisibleText.name("a\u{0}b\u{1B}c\u{7F}\n") == "a␀b␛c␡ ")
    #expect(VisibleText.name("gpj\u{202E}exe\u{2066}") == "gpj⟨U+202E⟩exe⟨U+2066⟩")
    #expect(
      VisibleText.name("\u{FEFF}\u{200B}x\u{9B}\u{E0041}\u{FFFF}")
        == "⟨U+FEFF⟩⟨U+200B⟩x⟨U+009B⟩⟨U+E0041⟩⟨U+FFFF⟩")
    #expect(VisibleText.value("two\nlines") == "two\nlines")
    #expect(VisibleText.name("감성 분석 👩‍🔬") == "감성 분석 👩‍🔬")
  }

  @Test func longTextIsCutAndSaysSo() {
    let long = String(repeating: "x", count: 10_000_000)
    let shown = VisibleText.value(long)
    #expect(shown.count < 2100)
    #expect(shown.hasSuffix(" … (2,000/10,000,000)"))
    #expect(VisibleText.value(String(repeating: "x", count: 2000)).count == 2000)
  }

  @Test func commandsCanBePasted() {
    #expect(
      ShellCommand(["lossline", "train", "--name=a b", "it's", "", "$(x)"]).text
        == #"lossline train '--name=a b' 'it'\''s' '' '$(x)'"#)
  }

  @Test func columnsShareTheirDecimals() {
    let format = CellFormat(["110.25", "102.95", "-7.300000000000001", ""])
    #expect(format.isNumeric)
    #expect(["110.25", "95.65", "-7.300000000000001", ""].map(format.text) == ["110.25", "95.65", "\u{2212}7.30", ""])
    #expect(CellFormat(["132", "143.6"]).text("132") == "132.0")
    #expect(!CellFormat(["1", "x"]).isNumeric)
    #expect(CellFormat(["1949", "1960"]).text("1949") == "1949")
    #expect(CellFormat(["1e-9", "2e-9"]).text("1e-9") == "1.000·10⁻⁹")
    #expect(CellFormat(["nan", "1.5"]).text("nan") == "nan")
  }

  @Test func slugsArePlainAndGivenOutOnce() {
    var slugs = Slugs()
    #expect(slugs.unique("all-results", fallback: "chart") == "all-results")
    #expect(slugs.unique("ALL-results", fallback: "chart") == "ALL-results-2")
    #expect(slugs.unique("../../etc/passwd", fallback: "chart") == "etc-passwd")
    #expect(slugs.unique("…", fallback: "chart") == "chart")
    #expect(slugs.unique(String(repeating: "a", count: 500), fallback: "chart").count == 80)
    #expect(slugs.unique("\" onload=\"x", fallback: "chart") == "onload-x")
  }
}
