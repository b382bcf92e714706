import Foundation
import Testing

@testable import Plot

@Suite struct StatisticsAggregateTests {
  private let fixture: StatisticsFixture

  init() throws { fixture = try StatisticsFixture.shared.get() }

  @Test func theBriefsNumbers() {
    let values = [1.0, 2, 3, 4, 10]
    func ends(_ interval: Interval) -> [Double] {
      let result = Aggregate.of(values, estimate: .mean, interval: interval)
      #expect(result.value == 4 && result.count == 5)
      return [result.low, result.high]
    }
    #expect(StatisticsError.scaledMaximum(ends(.sd), [0.464466094, 7.535533906]) < 1e-9)
    #expect(StatisticsError.scaledMaximum(ends(.se), [2.418861170, 5.581138830]) < 1e-9)
    #expect(StatisticsError.scaledMaximum(ends(.pi(0.95)), [1.1, 9.4]) < 1e-14)
    // The resampled means are multiples of 0.2 and lie in a narrow place at 2.5 % and 97.5 %.
    #expect(StatisticsError.scaledMaximum(ends(.ci(0.95)), [1.8, 7.2]) < 0.05)
  }

  @Test func intervalsAreSeaborns() throws {
    for test in fixture.aggregates {
      let estimate = try #require(Estimate(rawValue: test.estimate))
      let interval: Interval =
        switch test.kind {
        case "sd": .sd(test.level)
        case "se": .se(test.level)
        case "pi": .pi(test.level / 100)
        default: .ci(test.level / 100)
        }
      let values = fixture.sample(test.sample)
      let result = Aggregate.of(values, estimate: estimate, interval: interval)
      let name = Comment(rawValue: "\(test.sample) \(test.estimate) \(test.kind) \(test.level)")
      let wanted = test.expected.map(\.value)
      #expect(StatisticsError.scaledMaximum([result.value], [wanted[0]]) < 1e-14, name)
      #expect(estimate(values) == result.value)
      if test.kind != "ci" {
        #expect(StatisticsError.scaledMaximum([result.low, result.high], Array(wanted[1...])) < 1e-12, name)
        continue
      }
      // Resampling is noisy: against 20,000 of seaborn's samples, in parts of the interval's width, or of the values'
      // range where few distinct results are possible.
      let extent = Quantile.of(values, at: 1) - Quantile.of(values, at: 0)
      let allowed = 0.15 * max(wanted[2] - wanted[1], 0.1 * extent)
      #expect(abs(result.low - wanted[1]) <= allowed && abs(result.high - wanted[2]) <= allowed, name)
    }
  }

  @Test func manySamplesAgreeCloselyWithSeaborn() throws {
    for test in fixture.aggregates where test.kind == "ci" && test.estimate == "mean" && test.sample != "brief" {
      let given = Aggregate.of(
        fixture.sample(test.sample), estimate: .mean, interval: .ci(test.level / 100), samples: 20_000, seed: 5)
      let wanted = test.expected.map(\.value)
      let allowed = 0.03 * (wanted[2] - wanted[1])
      #expect(
        abs(given.low - wanted[1]) <= allowed && abs(given.high - wanted[2]) <= allowed,
        "\(test.sample) \(test.level): \(given) for \(wanted)")
    }
  }

  /// Medians and extremes are drawn without resampling; their distribution must be that of resampling. The measure is
  /// Kolmogorov's distance, the largest difference of the two distribution functions.
  @Test(arguments: [2, 3, 4, 9, 10])
  func orderStatisticsAreThoseOfResampling(count: Int) {
    let values = (0..<count).map(Double.init)
    var generator = SampleGenerator(seed: 3)
    let resamples = (0..<5000).map { _ in
      (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) * Double(count) }.map { $0.rounded(.down) }
    }
    let bootstrap = Bootstrap(samples: 5000, seed: 9)
    for (estimate, drawn) in [
      (Estimate.median, bootstrap.medians(values)), (.max, bootstrap.extremes(values)),
      (.min, bootstrap.extremes(values.reversed())),
    ] {
      let plain = resamples.map(estimate.of)
      let distances = stride(from: 0, through: Double(count), by: 0.5).map { place in
        abs(plain.filter { $0 <= place }.count - drawn.filter { $0 <= place }.count)
      }
      #expect(distances.max() ?? .max < 5000 / 25, "\(estimate) of \(count)")
    }
  }

  /// Above `drawnAtMost` values a mean's interval is computed; it must agree with drawing it.
  @Test func theComputedMeanIntervalIsTheDrawnOne() throws {
    var generator = SampleGenerator(seed: 1)
    // A long right tail: chi-squared with one degree of freedom.
    let values = (0..<1000).map { _ in
      let z = generator.normal()
      return z * z
    }
    let bootstrap = Bootstrap(samples: 5000, seed: 2)
    let computed = try #require(bootstrap.normalMeanInterval(Moments(values), 0.95))
    let drawn = Quantile.middle(0.95, ofSorted: bootstrap.means(values).sorted())
    let width = drawn.high - drawn.low
    #expect(abs(computed.low - drawn.low) < 0.02 * width && abs(computed.high - drawn.high) < 0.02 * width)
    // The interval reaches further to the right of the mean, as the tail does.
    #expect((computed.low + computed.high) / 2 > Moments.mean(values) + 0.005 * width)
    let lonely = [Double](repeating: 0, count: 20_000) + [1e300]
    #expect(bootstrap.normalMeanInterval(Moments(lonely), 0.95) == nil)
  }

  @Test func sumsAreMeansTimesTheirNumber() {
    let values = (0...Bootstrap.drawnAtMost).map { Double($0 % 100) }
    let mean = Aggregate.of(values, estimate: .mean, interval: .ci(0.95))
    let sum = Aggregate.of(values, estimate: .sum, interval: .ci(0.95))
    let count = Double(values.count)
    #expect(StatisticsError.scaledMaximum([sum.low, sum.high], [mean.low * count, mean.high * count]) < 1e-15)
    let theory = 1.96 * Moments(values).standardDeviation / count.squareRoot()
    #expect(abs((mean.high - mean.low) / 2 / theory - 1) < 1e-3)
  }

  @Test func valuesAtTheEndsOfTheRange() {
    for values in [[-1e308, 1e308, 9e307], [1e308, 1.7e308, 1.7e308], [0, .leastNonzeroMagnitude, 0x1p-1060]] {
      for estimate in Estimate.allCases where estimate != .sum {
        for interval in [Interval.ci(0.95), .pi(0.95), .se(0.01)] {
          let result = Aggregate.of(values, estimate: estimate, interval: interval)
          #expect(result.value.isFinite && result.low.isFinite && result.high.isFinite, "\(values) \(result)")
        }
      }
    }
    #expect(Aggregate.of([1e-200, 3e-200], estimate: .mean, interval: .sd).high > 3e-200)
  }

  @Test func theSeedDecides() {
    let values = fixture.sample("normal")
    func interval(_ seed: UInt64) -> Aggregate {
      .of(values, estimate: .mean, interval: .ci(0.95), seed: seed)
    }
    #expect(interval(7) == interval(7))
    #expect(interval(7) != interval(8))
  }

  @Test func missingValuesAndSingleOnes() {
    let gaps = Aggregate.of([.nan, 1, .infinity, 2, 3, 4, -.infinity, 10], estimate: .mean, interval: .ci(0.95))
    #expect(gaps == Aggregate.of([1, 2, 3, 4, 10], estimate: .mean, interval: .ci(0.95)))
    for interval in [Interval.ci(0.95), .pi(0.5), .sd, .se] {
      let single = Aggregate.of([3, .nan], estimate: .median, interval: interval)
      #expect(single.value == 3 && single.count == 1 && !single.hasInterval)
      #expect(single == Aggregate.of([3], estimate: .median, interval: nil))
    }
    for estimate in Estimate.allCases {
      let none = Aggregate.of([.nan], estimate: estimate, interval: .sd)
      #expect(estimate == .count ? none.value == 0 : none.value.isNaN)
      #expect(none.count == 0 && !none.hasInterval)
    }
  }

  @Test(arguments: [Interval.ci(95), .ci(0), .ci(.nan), .pi(-0.1), .sd(-1), .sd(.infinity), .se(.nan)])
  func levelsOutOfRangeGiveNoInterval(interval: Interval) {
    let result = Aggregate.of([1, 2, 3], estimate: .mean, interval: interval)
    #expect(result.value == 2 && !result.hasInterval)
  }

  @Test func quantilesAreNumpys() {
    for test in fixture.quantiles {
      let given = test.fractions.map { Quantile.of(fixture.sample(test.sample), at: $0) }
      #expect(StatisticsError.scaledMaximum(given, test.expected) < 1e-15, "\(test.sample)")
    }
    #expect(Quantile.of([], at: 0.5).isNaN)
    #expect(Quantile.of([2, 1, .nan], at: 9) == 2)
    #expect(Quantile.ofSorted([-1.5e308, 1e308], at: 0.5) == -0.25e308)
  }

  @Test func intervalsAreReadableJSON() throws {
    let json = [Interval.ci(0.95): #"{"ci":0.95}"#, .pi(0.5): #"{"pi":0.5}"#, .sd: #"{"sd":1}"#, .se(2): #"{"se":2}"#]
    for (interval, text) in json {
      #expect(String(decoding: try JSONEncoder().encode(interval), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(Interval.self, from: Data(text.utf8)) == interval)
    }
    for text in [#"{"ci":95}"#, #"{"ci":0.5,"sd":1}"#, "{}", #"{"sd":-1}"#, #""sd""#, #"{"iqr":1}"#] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Interval.self, from: Data(text.utf8)) }
    }
    #expect(String(decoding: try JSONEncoder().encode([Estimate.median]), as: UTF8.self) == #"["median"]"#)
  }
}
