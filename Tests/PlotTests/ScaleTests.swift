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

@Suite struct TickTests {
  @Test(arguments: [(0.0, 0.6, 6), (-0.37, 0.52, 7), (112, 622, 7), (1e-9, 7e-9, 5), (-1e300, 1e300, 4)])
  func linearTicksAreRoundEvenAndInside(low: Double, high: Double, wanted: Int) throws {
    let step = LinearTicks.step(extent: high - low, wanted: wanted)
    let domain = LinearTicks.nice(low...high, step: step)
    let values = LinearTicks.values(in: domain, step: step)
    #expect(domain.lowerBound <= low + 1e-6 * step && domain.upperBound >= high - 1e-6 * step)
    #expect(values.count >= 2 && values.count <= 2 * wanted + 2)
    for (a, b) in zip(values, values.dropFirst()) { #expect(abs((b - a) / step - 1) < 1e-6) }
    #expect(try #require(values.first) >= domain.lowerBound - 1e-6 * step)
    #expect(try #require(values.last) <= domain.upperBound + 1e-6 * step)
  }

  @Test func zeroIsExactAndPositive() throws {
    let zero = try #require(LinearTicks.values(in: -0.3...0.3, step: 0.1).dropFirst(3).first)
    #expect(zero == 0 && zero.sign == .plus)
    #expect(LinearTicks.values(in: 0...0.3, step: 0.1).last == 0.3)
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
    let extents = (0..<10).map { (left: Double($0) * 10 - 7, right: Double($0) * 10 + 7) }
    #expect(AxisLayout.thin(ticks, extents: extents, gap: 2).map(\.label) == ["0", "2", "4", "6", "8"])
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
