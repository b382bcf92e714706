import Foundation
import Testing

@testable import Plot

/// Details of axes, each found by breaking the code that no other test missed.
@Suite struct AxisDetailTests {
  private func groups(_ chart: Chart, _ role: String) throws -> [Node] {
    func find(_ node: Node) -> [Node] {
      guard case .group(let group) = node else { return [] }
      return group.role == role ? [node] : group.nodes.flatMap(find)
    }
    return try chart.drawing().scene.nodes.flatMap(find)
  }

  @Test func twoDaysAfterALeapDayComesTheThirdOfMarch() {
    let start = CivilTime(year: 2024, month: 2, day: 20).seconds
    let ticks = TimeTicks(domain: start...start + 18 * 86_400, wanted: 8, offset: 0)
    #expect(ticks.step == .days(2))
    let values = ticks.values(in: start...start + 18 * 86_400)
    #expect(values.map { CivilTime(seconds: $0).day } == [21, 23, 25, 27, 1, 3, 5, 7, 9])
  }

  @Test func symlogChoosesItsThresholdAndRoundsItsEnds() {
    #expect(SymlogTicks.threshold(for: -1000...500) == 1)
    #expect(SymlogTicks.threshold(for: 0...0.02) == 1e-5)
    #expect(SymlogTicks.nice(-30...700, threshold: 1) == -50...1000)
    #expect(SymlogTicks.nice(-0.5...12, threshold: 1) == -0.5...20)
  }

  @Test func logarithmicEndsAreRoundAndStayWhereTheyAre() {
    #expect(LogTicks.nice(1...10) == 1...10)
    #expect(LogTicks.nice(0.0003...0.03) == 0.0002...0.05)
  }

  @Test func squareRootsAreTheSameOnBothSidesOfZero() {
    let axis = ResolvedAxis(kind: .squareRoot, domain: -1000...1000)
    let values = AxisLayout.scaleAndTicks(axis, length: 560, pointsPerTick: 80).ticks.map(\.value)
    #expect(values == [-1000, -500, -100, 0, 100, 500, 1000])
  }

  @Test(arguments: [-0.2, .nan, .infinity, 11]) func paddingThatMakesNoSenseIsNone(padding: Double) {
    var spec = AxisSpec()
    spec.padding = padding
    let axis = ResolvedAxis(kind: .linear, domain: 0...1)
    #expect(AxisLayout.scaleAndTicks(axis, spec: spec, length: 560, pointsPerTick: 80).scale.domain == 0...1)
  }

  @Test func aHairBelowAPrefixIsThePrefix() {
    #expect(NumberFormat.si.labels([999.9999999999]) == ["1k"])
    #expect(NumberFormat.si.labels([990]) == ["990"])
  }

  @Test func monthsBeforeTheYearZeroAreCounted() {
    #expect(CivilTime.month(-1) == CivilTime(year: -1, month: 12))
    #expect(CivilTime.month(-12) == CivilTime(year: -1, month: 1))
    #expect(CivilTime.month(12) == CivilTime(year: 1, month: 1))
  }

  private func names(_ labels: [String], isReversed: Bool = false) -> NameLabels {
    let band = Scale.band(labels)
    return NameLabels(
      ticks: labels.enumerated().map { Tick(value: Double($0), label: $1) }, scale: isReversed ? .reversed(band) : band,
      setter: TextSetter(theme: .light, fonts: .installed))
  }

  @Test(arguments: [false, true]) func tiltedNamesStayInTheRoomTheyAreGiven(risesFromAxis: Bool) throws {
    let labels = (0..<20).map { "a name that is much longer than its band \($0)" }
    let row = try names(labels).row(width: 600, most: 300, overhang: 40, risesFromAxis: risesFromAxis)
    #expect(row.angle > 0)
    #expect(row.before <= 40.5 && row.after <= 40.5 && row.depth <= 300.5)
    #expect(risesFromAxis ? row.after > 20 : row.before > 20)
  }

  @Test func reversedNamesThinOutAsOthersDo() throws {
    let labels = (0..<300).map(String.init)
    let row = try names(labels).row(width: 600, most: 100, overhang: 40, risesFromAxis: false)
    let reversed = try names(labels, isReversed: true).row(width: 600, most: 100, overhang: 40, risesFromAxis: false)
    #expect(row.labels.count > 5 && reversed.labels.map(\.value) == row.labels.map(\.value).reversed())
  }

  @Test func theLineOfZeroIsDrawnOnlyWhereZeroIsInView() throws {
    var chart = Chart { LineMark(x: [1.0, 2, 3], y: [6.0, 7, 8]) }
    chart.y.domain = 5...10
    #expect(try groups(chart, "baseline").isEmpty)
    chart.y.domain = -5...10
    #expect(try groups(chart, "baseline").count == 1)
  }

  @Test func titlesOfAxesStayOnThePage() throws {
    var chart = Chart {
      BarMark(x: [1.0, 2], y: ["a rather long category on the left", "another one of about that size"])
    }
    chart.x.title = "How many of them there were in all of the years"
    chart.widthInPoints = 340
    let boxes = try groups(chart, "x-axis").flatMap(TextBox.boxes)
    #expect(boxes.allSatisfy { $0.minX >= 15.5 && $0.maxX <= 324.5 })
    #expect(boxes.contains { $0.text.hasPrefix("How many of them") })
  }
}

/// The same for texts and statistics.
@Suite struct TextAndStatisticsDetailTests {
  @Test func controlCharactersOfBothBlocksAreShown() {
    #expect("a\u{7F}b\u{9F}c\u{1}".withoutControlCharacters == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect("a\u{85}b\u{2028}c\td".withoutControlCharacters == "a b c d")
  }

  @Test func figuresAndPunctuationTakeTheScriptBeforeThem() {
    for text in ["שלום, 12!", "손실 (1)", "λ = 3"] { #expect(Set(Script.resolved(text)).count == 1, "\(text)") }
    #expect(Set(Script.resolved("12 손실")).count == 1)
  }

  @Test(arguments: [-1, .nan]) func whiskersThatMakeNoSenseAreTheUsualOnes(whisker: Double) throws {
    let values = (1...9).map(Double.init) + [15.5]
    let box = try #require(BoxSummary(values, whisker: whisker))
    #expect(box.outliers == [15.5] && box.whiskerHigh == 9)
    #expect(try #require(BoxSummary(values, whisker: 2)).outliers.isEmpty)
  }

  @Test func aDensityIsNeverCutInsideItsData() throws {
    let density = try #require(Density([0, 1, 3], cut: -2))
    #expect(density.x.first == 0 && density.x.last == 3)
  }
}
