import Foundation
import Testing

@testable import Plot

/// Density, linear fit and box.
@Suite struct StatisticsCurveTests {
  private let fixture: StatisticsFixture

  init() throws { fixture = try StatisticsFixture.shared.get() }

  // MARK: Density

  @Test func densitiesAreSeaborns() throws {
    for test in fixture.densities {
      let values = fixture.sample(test.sample)
      let density = try #require(Density(values, bandwidth: test.rule == "scott" ? .scott : .silverman))
      let every = stride(from: 0, to: 200, by: 9)
      #expect(density.x.count == 200 && density.count == values.count)
      #expect(StatisticsError.scaledMaximum([density.bandwidth], [test.bandwidth]) < 1e-13)
      #expect(StatisticsError.scaledMaximum(every.map { density.x[$0] }, test.x) < 1e-13)
      // Many values are gathered into bins first.
      let allowed = values.count > Density.exactAtMost ? 2e-4 : 1e-12
      #expect(StatisticsError.scaledMaximum(every.map { density.y[$0] }, test.y) < allowed, "\(test.sample)")
    }
  }

  @Test func gatheringIntoBinsChangesLittle() throws {
    for name in ["brief", "normal", "outlier", "ties"] {
      let values = fixture.sample(name)
      let exact = try #require(Density(values))
      let range = Quantile.of(values, at: 0)...Quantile.of(values, at: 1)
      let binned = Density.binned(values, at: exact.x, width: exact.bandwidth, range)
      #expect(StatisticsError.scaledMaximum(binned, exact.y) < 2e-4, "\(name)")
    }
  }

  @Test func theAreaUnderADensityIsOne() throws {
    let density = try #require(Density(fixture.sample("formula"), gridSize: 2000, cut: 6))
    let area = density.y.reduce(0, +) * (density.x[1] - density.x[0])
    #expect(abs(area - 1) < 1e-6)
  }

  @Test func densitiesOfOddData() throws {
    for values in [[], [1], [2, 2, 2], [.nan, .infinity], [-1.7e308, 1.7e308], [0, .leastNonzeroMagnitude]]
      as [[Double]]
    {
      #expect(Density(values) == nil, "\(values)")
    }
    let one = try #require(Density([1, .nan], bandwidth: .value(2), gridSize: 3, cut: 1))
    #expect(one.x == [-1, 1, 3])
    #expect(abs(one.y[1] - 1 / (2 * (2 * Double.pi).squareRoot())) < 1e-16)
    for width in [0, -1, .nan, .infinity] { #expect(Density([1, 2], bandwidth: .value(width)) == nil) }
    let far = try #require(Density([0, 1, 2, 1e300], gridSize: 1))
    #expect(far.x.count == 2 && far.y.allSatisfy { $0.isFinite && $0 >= 0 })
    let many = [Double](repeating: 3, count: 5000) + [1e6]
    #expect(try #require(Density(many, bandwidth: .value(1e-6))).y.allSatisfy(\.isFinite))
    #expect(try #require(Density([Double](repeating: 3, count: 5000), bandwidth: .value(1))).count == 5000)
  }

  @Test func bandwidthsAreReadableJSON() throws {
    let json = [Density.Bandwidth.scott: #"["scott"]"#, .silverman: #"["silverman"]"#, .value(0.5): "[0.5]"]
    for (bandwidth, text) in json {
      #expect(String(decoding: try JSONEncoder().encode([bandwidth]), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode([Density.Bandwidth].self, from: Data(text.utf8)) == [bandwidth])
    }
    for text in [#"["auto"]"#, "[0]", "[-1]"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Density.Bandwidth].self, from: Data(text.utf8))
      }
    }
  }

  // MARK: Linear fit

  @Test func fitsAreScipysAndStatsmodels() throws {
    for test in fixture.fits {
      let fit = try #require(LinearFit(x: test.x, y: test.y))
      #expect(abs(fit.slope - test.slope) < 1e-12)
      #expect(StatisticsError.scaledMaximum([fit.intercept], [test.intercept]) < 1e-12)
      #expect(abs(fit.rSquared - (test.rSquared ?? 0)) < 1e-12)
      let band = fit.band(at: test.at)
      #expect(StatisticsError.scaledMaximum(band.low, test.low) < 1e-11)
      #expect(StatisticsError.scaledMaximum(band.high, test.high) < 1e-11)
    }
  }

  @Test func fitsOfOddData() throws {
    #expect(LinearFit(x: [1, 2], y: [1]) == nil)
    #expect(LinearFit(x: [], y: []) == nil)
    #expect(LinearFit(x: [2, 2], y: [1, 5]) == nil)
    #expect(LinearFit(x: [1, .nan, 3], y: [1, 2, .infinity]) == nil)
    let two = try #require(LinearFit(x: [0, .nan, 2], y: [1, 7, 5]))
    #expect(two.slope == 2 && two.intercept == 1 && two.rSquared == 1 && two.count == 2 && two(3) == 7)
    #expect(two == two && two.band(at: [1]).low[0].isNaN)
    let huge = try #require(LinearFit(x: [1e200, 2e200, 3e200], y: [-1e300, 0, 1e300]))
    #expect(abs(huge.slope / 1e100 - 1) < 1e-12 && huge.band(at: [2e200]).high[0].isFinite)
    let tiny = try #require(LinearFit(x: [1e-200, 2e-200, 3e-200], y: [1e-300, 2e-300, 3e-300]))
    #expect(abs(tiny.slope / 1e-100 - 1) < 1e-12 && tiny.rSquared > 0.999)
    #expect(two.band(at: [1], level: 1).high[0].isNaN)
  }

  @Test func quantilesOfDistributionsAreScipys() {
    for test in fixture.distributions {
      let given =
        test.degreesOfFreedom == 0
        ? Distributions.normalQuantile(level: test.level)
        : Distributions.studentQuantile(level: test.level, degreesOfFreedom: test.degreesOfFreedom)
      #expect(abs(given / test.expected - 1) < 1e-10, "\(test)")
    }
  }

  // MARK: Box

  @Test func boxesAreMatplotlibs() throws {
    for test in fixture.boxes {
      let box = try #require(BoxSummary(fixture.sample(test.sample), whisker: test.whisker))
      let given = [box.q1, box.median, box.q3, box.mean, box.whiskerLow, box.whiskerHigh]
      #expect(StatisticsError.scaledMaximum(given, test.expected) < 1e-14, "\(test.sample)")
      #expect(box.outliers == test.outliers, "\(test.sample)")
    }
  }

  @Test func boxesOfOddData() throws {
    #expect(BoxSummary([]) == nil)
    #expect(BoxSummary([.nan]) == nil)
    let one = try #require(BoxSummary([3, .infinity]))
    #expect(one.q1 == 3 && one.whiskerLow == 3 && one.whiskerHigh == 3 && one.outliers.isEmpty && one.count == 1)
    #expect(try #require(BoxSummary([1, 2, 3, 100], whisker: .infinity)).outliers.isEmpty)
    #expect(try #require(BoxSummary([2, 2, 2, 2, 100], whisker: .infinity)).outliers.isEmpty)
    #expect(BoxSummary([1, 2, 3, 100], whisker: .nan) == BoxSummary([1, 2, 3, 100]))
    let huge = try #require(BoxSummary([-1.7e308, -1e308, 1e308, 1.7e308]))
    #expect(huge.median == 0 && huge.outliers.isEmpty)
  }
}
