import Foundation
import Testing

@testable import Plot

@Suite struct ScaleTests {
  @Test func linearMapsEndsToEndsAndRefusesWhatIsNotFinite() {
    let scale = Scale.linear(-2...6)
    #expect(scale.fraction(-2) == 0)
    #expect(scale.fraction(6) == 1)
    #expect(scale.fraction(2) == 0.5)
    #expect(scale.fraction(.nan) == nil)
    #expect(scale.fraction(.infinity) == nil)
  }

  @Test func linearDoesNotOverflow() {
    let scale = Scale.linear(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    #expect(scale.fraction(0) == 0.5)
    #expect(scale.fraction(.greatestFiniteMagnitude) == 1)
  }

  @Test func logIsEvenInFactorsAndRefusesWhatIsNotPositive() throws {
    let scale = Scale.log(0.01...100)
    #expect(abs(try #require(scale.fraction(1)) - 0.5) < 1e-12)
    #expect(scale.fraction(0) == nil)
    #expect(scale.fraction(-1) == nil)
  }

  @Test func bandsHaveTheirCentresBetweenTheEdges() {
    let scale = Scale.band(["a", "b"])
    #expect(scale.fraction(0) == 0.25)
    #expect(scale.fraction(1) == 0.75)
    #expect(Scale.band([]).fraction(0) == nil)
  }
}

@Suite struct FurtherScaleTests {
  @Test func symlogIsOddLinearAtZeroAndLogarithmicFarAway() throws {
    let scale = Scale.symlog(-1000...1000, threshold: 1)
    #expect(scale.fraction(0) == 0.5)
    #expect(scale.fraction(1000) == 1)
    let (up, down) = (try #require(scale.fraction(7)), try #require(scale.fraction(-7)))
    #expect(abs(up + down - 1) < 1e-12)
    let decades = try [10.0, 100, 1000].map { try #require(scale.fraction($0)) }
    #expect(abs((decades[2] - decades[1]) / (decades[1] - decades[0]) - 1) < 0.05)
  }

  @Test func squareRootHasHalfOfItsLengthAtAQuarter() {
    #expect(Scale.squareRoot(0...100).fraction(25) == 0.5)
    #expect(Scale.squareRoot(-100...100).fraction(0) == 0.5)
  }

  @Test func pointsReachFromEndToEndWithoutPadding() {
    #expect((0..<3).map { Scale.point(["a", "b", "c"], padding: 0).fraction(Double($0)) } == [0, 0.5, 1])
    #expect(Scale.point(["a", "b"], padding: 0.5).fraction(0) == 0.25)
    #expect(Scale.point(["a"], padding: 0).fraction(0) == 0.5)
    #expect(Scale.point([], padding: 0).fraction(0) == nil)
  }

  @Test func reversedScalesRunTheOtherWay() {
    #expect(Scale.reversed(.linear(0...10)).fraction(2) == 0.8)
    #expect(Scale.reversed(.band(["a", "b"])).fraction(0) == 0.75)
  }

  @Test func paddingIsAShareOfTheLength() throws {
    #expect(Scale.linear(0...10).padded(by: 0.1).domain == -1...11)
    let log = try #require(Scale.log(1...100).padded(by: 0.5).domain)
    #expect(abs(log.lowerBound - 0.1) < 1e-12 && abs(log.upperBound - 1000) < 1e-9)
    // No room left: the domain stays.
    #expect(Scale.log(1e-300...1e300).padded(by: 0.9).domain == 1e-300...1e300)
  }

  /// Every kind, whatever the domain: at least two labels, all of them inside, in order and within a moment.
  @Test(arguments: [ResolvedAxis.Kind.linear, .symlog, .squareRoot, .time])
  func everyKindHasLabels(kind: ResolvedAxis.Kind) {
    let ends = [
      -1.7e308, -1e300, -1e16, -3e9, -86_400, -1, -1e-9, 0, .leastNonzeroMagnitude, 1e-300, 1e-7, 0.3, 1, 59, 1e5,
      1.7e9, 1.700001e9,
      1e15, 1e300, 1.7e308,
    ]
    for (number, low) in ends.enumerated() {
      for high in ends.dropFirst(number + 1) {
        for mayBeNice in [false, true] {
          let axis = ResolvedAxis(kind: kind, domain: low...high, mayBeNice: mayBeNice)
          let (scale, ticks) = AxisLayout.scaleAndTicks(axis, length: 320, pointsPerTick: 40)
          #expect(ticks.count >= 2 && ticks.count <= 40, "\(kind) \(low)...\(high): \(ticks.count)")
          let domain = scale.domain ?? 0...0
          #expect(domain.lowerBound <= low && domain.upperBound >= high)
          for (a, b) in zip(ticks, ticks.dropFirst()) { #expect(a.value < b.value) }
          for tick in ticks {
            let place = scale.fraction(tick.value) ?? -1
            #expect(place > -1e-6 && place < 1 + 1e-6, "\(kind) \(low)...\(high): \(tick)")
          }
        }
      }
    }
  }

  @Test func labelsOfAnAxisDiffer() {
    for (low, high) in [(0.0, 1.0), (1949, 1961), (-0.02, 0.031), (1e6, 1.2e6), (0, 7e-6), (99_999, 100_001)] {
      let (_, ticks) = AxisLayout.scaleAndTicks(
        ResolvedAxis(kind: .linear, domain: low...high), length: 400, pointsPerTick: 40)
      #expect(Set(ticks.map(\.label)).count == ticks.count, "\(ticks.map(\.label))")
    }
  }

  @Test func explicitTicksAreTheOnlyOnes() {
    let spec = AxisSpec(values: [5, 1, 99, .nan], format: .decimal(1).unit("s"))
    let (_, ticks) = AxisLayout.scaleAndTicks(
      ResolvedAxis(kind: .linear, domain: 0...10), spec: spec, length: 400, pointsPerTick: 40)
    #expect(ticks.map(\.label) == ["1.0\u{A0}s", "5.0\u{A0}s"])
  }

  @Test func symlogTicksShowBothSidesAndZero() {
    let axis = ResolvedAxis(kind: .symlog, domain: -1000...1000)
    let spec = AxisSpec(scale: .symlog, threshold: 1)
    let (_, ticks) = AxisLayout.scaleAndTicks(axis, spec: spec, length: 320, pointsPerTick: 40)
    #expect(ticks.map(\.value) == [-1000, -100, -10, 0, 10, 100, 1000])
  }
}

@Suite struct TickTests {
  @Test(arguments: [(0.0, 0.6, 6), (-0.37, 0.52, 7), (112, 622, 7), (1e-9, 7e-9, 5), (-8e307, 8e307, 4)])
  func linearTicksAreRoundEvenAndInside(low: Double, high: Double, wanted: Int) throws {
    for reach in [ExtendedTicks.Reach.inside, .covering] {
      let values = try #require(ExtendedTicks.values(in: low...high, wanted: wanted, reach: reach))
      #expect(values.count >= 2 && values.count <= 2 * wanted + 2)
      let step = values[1] - values[0]
      for (a, b) in zip(values, values.dropFirst()) { #expect(abs((b - a) / step - 1) < 1e-6) }
      let (first, last) = (try #require(values.first), try #require(values.last))
      if reach == .inside { #expect(first >= low - 1e-6 * step && last <= high + 1e-6 * step) }
      if reach == .covering { #expect(first <= low + 1e-6 * step && last >= high - 1e-6 * step) }
    }
  }

  @Test func zeroIsExactAndPositive() throws {
    let values = try #require(ExtendedTicks.values(in: -0.3...0.3, wanted: 7))
    let zero = try #require(values.first { abs($0) < 0.05 })
    #expect(zero == 0 && zero.sign == .plus)
    #expect(values == [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
  }

  /// Whatever the domain, at least two labels and not many more than wanted.
  @Test(arguments: [1e-8, 1e-3, 0.02, 0.7, 1, 3, 1e5], [1.1, 1.9, 3, 12, 150, 1e4, 1e12])
  func logTicksAreNeitherFewNorMany(low: Double, factor: Double) {
    for domain in [low...low * factor, LogTicks.nice(low...low * factor)] {
      let (major, minor) = LogTicks.values(in: domain, wanted: 7)
      #expect(major.count >= 2 && major.count <= 9, "\(domain): \(major)")
      for value in major + minor {
        #expect(value >= domain.lowerBound * (1 - 1e-8) && value <= domain.upperBound * (1 + 1e-8))
      }
    }
  }

  @Test func wholeNumbersGetNoTicksBetweenThem() {
    let axis = ResolvedAxis(kind: .linear, domain: 1...3, isWhole: true)
    let (_, ticks) = AxisLayout.scaleAndTicks(axis, length: 600, pointsPerTick: 80)
    #expect(ticks.map(\.label) == ["1", "2", "3"])
  }

  @Test func thinningKeepsEveryNthLabelThatFits() {
    let ticks = (0..<10).map { Tick(value: Double($0), label: "\($0)") }
    let centres = ticks.map { $0.value * 10 }
    let thinned = AxisLayout.thin(ticks, centers: centres, gap: 2) { _ in 14 }
    #expect(thinned.map(\.label) == ["0", "2", "4", "6", "8"])
  }
}

@Suite struct NumberFormatTests {
  @Test func labelsHaveTheirForm() {
    #expect(NumberFormat.decimal(2).labels([0, 1.5]) == ["0.00", "1.50"])
    #expect(NumberFormat.decimal().labels([0, 0.25]) == ["0.00", "0.25"])
    #expect(NumberFormat.percent().labels([0, 0.25, 1]) == ["0%", "25%", "100%"])
    #expect(NumberFormat.percent(1).labels([-0.5]) == ["−50.0%"])
    #expect(NumberFormat.si.labels([0, 5000, 10_000]) == ["0", "5k", "10k"])
    #expect(NumberFormat.si.labels([0.001, 0.002]) == ["1m", "2m"])
    #expect(NumberFormat.si.unit("B").labels([0, 2e6]) == ["0\u{A0}MB", "2\u{A0}MB"])
    #expect(NumberFormat.si.labels([2e-6, 4.5e-6]) == ["2.0µ", "4.5µ"])
    #expect(NumberFormat.exponent.labels([0, 12_000]) == ["0", "1.2·10⁴"])
    #expect(NumberFormat.decimal(0).prefix("$").labels([-5, 5]) == ["−$5", "$5"])
    #expect(NumberFormat.automatic.unit("ms").labels([100, 200]) == ["100\u{A0}ms", "200\u{A0}ms"])
    #expect(NumberFormat.decimal(0).suffix("×").labels([3]) == ["3×"])
    #expect(NumberFormat.date(.isoDate).labels([0, -3_153_600_000]) == ["1970-01-01", "1870-01-25"])
    #expect(NumberFormat.date().labels([1_709_634_600]) == ["Mar 5, 2024 10:30"])
    #expect(NumberFormat.date(.yearAndMonth).labels([0]) == ["Jan 1970"])
  }

  @Test func oddNumbersHaveLabels() {
    for format in [NumberFormat.automatic, .decimal(2), .percent(), .si, .exponent, .date(), .decimal(99)] {
      for value in [Double.nan, .infinity, 1e300, -1e300, .leastNonzeroMagnitude, 0] {
        #expect(!format.string(value).isEmpty)
      }
      #expect(format.labels([]) == [])
    }
  }

  @Test func jsonHoldsOnlyWhatDiffers() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(NumberFormat.decimal(2).unit("ms")), as: UTF8.self)
    #expect(json == #"{"places":2,"style":"decimal","unit":"ms"}"#)
    for format in [NumberFormat.automatic, .si.prefix("~"), .date(.year), .percent(1).suffix("!")] {
      #expect(try JSONDecoder().decode(NumberFormat.self, from: encoder.encode(format)) == format)
    }
    let axis = AxisSpec(
      title: "t", scale: .symlog, domain: -1...1, isReversed: true, padding: 0.1, values: [0], format: .si,
      threshold: 2,
      utcOffsetInHours: 9)
    #expect(try JSONDecoder().decode(AxisSpec.self, from: encoder.encode(axis)) == axis)
    #expect(String(decoding: try encoder.encode(AxisSpec()), as: UTF8.self) == "{}")
    #expect(try JSONDecoder().decode(AxisSpec.self, from: Data(#"{"scale":"log"}"#.utf8)).scale == .log)
  }
}

@Suite struct NumberLabelTests {
  @Test(arguments: [
    ([0, 0.25, 0.5], ["0.00", "0.25", "0.50"]), ([-0.2, 0, 0.2], ["−0.2", "0.0", "0.2"]),
    ([0, 5000, 10000], ["0", "5k", "10k"]), ([0, 500_000, 1_500_000], ["0", "0.5M", "1.5M"]),
    ([0, 0.0001, 0.0002], ["0", "10⁻⁴", "2·10⁻⁴"]), ([100, 200, 300], ["100", "200", "300"]),
    ([1949, 1950], ["1949", "1950"]), ([1e300, 2e300], ["10³⁰⁰", "2·10³⁰⁰"]),
  ])
  func axisLabelsShareTheirForm(values: [Double], labels: [String]) {
    #expect(NumberLabel.labels(values) == labels)
  }

  @Test(arguments: [
    (0.00123, "0.00123"), (0.000312, "3.1·10⁻⁴"), (-42, "−42"), (12_345, "12.3k"), (1_500_000, "1.5M"), (0, "0"),
    (.nan, "NaN"), (-.infinity, "−∞"), (1e300, "10³⁰⁰"), (622, "622"), (0.5, "0.5"), (999_999, "1000k"),
    (.leastNonzeroMagnitude, "4.9·10⁻³²⁴"),
  ])
  func shortNumbersKeepThreeDigits(value: Double, label: String) {
    #expect(NumberLabel.short(value) == label)
  }
}
