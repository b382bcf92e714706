import Foundation
import Testing

@testable import Report

/// The statistics of comparisons against SciPy, NumPy and statsmodels; `Fixtures/comparison_statistics.py` wrote the
/// numbers.
@Suite struct ComparisonStatisticsTests {
  private let fixture: Fixture

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/comparison_statistics.json")
    fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  }

  @Test func studentsQuantilesAndTails() {
    for test in fixture.student {
      let given = StudentDistribution.quantile(level: test.level, degreesOfFreedom: test.degreesOfFreedom)
      #expect(isNear(given, test.quantile, 1e-9), "\(test)")
    }
    for test in fixture.tails {
      let given = StudentDistribution.tail(test.t, degreesOfFreedom: test.degreesOfFreedom)
      #expect(isNear(given, test.tail, 1e-8), "\(test): \(given)")
      #expect(StudentDistribution.tail(-test.t, degreesOfFreedom: test.degreesOfFreedom) == given)
    }
  }

  @Test func whatStudentCannotSay() {
    #expect(StudentDistribution.tail(.nan, degreesOfFreedom: 3).isNaN)
    #expect(StudentDistribution.tail(1, degreesOfFreedom: 0).isNaN)
    #expect(StudentDistribution.tail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(StudentDistribution.quantile(level: 1, degreesOfFreedom: 3).isNaN)
    #expect(isNear(StudentDistribution.quantile(level: 0.95, degreesOfFreedom: .infinity), 1.959963984540054, 1e-9))
  }

  @Test func meansAndTheirIntervals() throws {
    for test in fixture.samples {
      let sample = Sample(test.values)
      #expect(isNear(sample.mean, test.mean, 1e-15))
      #expect(isNear(sample.variance.squareRoot(), test.standardDeviation, 1e-9))
      let interval = try #require(sample.interval())
      #expect(
        isNear(interval.lowerBound, test.interval[0], 1e-9) && isNear(interval.upperBound, test.interval[1], 1e-9))
    }
    #expect(Sample([1]).interval() == nil && Sample([]).mean.isNaN && Sample([1]).variance.isNaN)
    #expect(Sample([1, .nan, 3, .infinity]).values == [1, 3])
  }

  @Test func intervalsStayWhereTheMetricCanBe() throws {
    for test in fixture.scaled {
      let scale: IntervalScale = test.scale == "logit" ? .logit : .logarithmic
      let interval = try #require(Sample(test.values).interval(on: scale))
      // The fixture's derivative is a difference quotient.
      #expect(isNear(interval.lowerBound, test.interval[0], 1e-6), "\(test)")
      #expect(isNear(interval.upperBound, test.interval[1], 1e-6), "\(test)")
      #expect(interval.lowerBound > 0 && (scale == .logarithmic || interval.upperBound < 1))
    }
    // A small spread makes no difference; equal values and ends of the scale have no width.
    let plain = try #require(Sample([100, 100.1, 99.9]).interval())
    let formed = try #require(Sample([100, 100.1, 99.9]).interval(on: .logarithmic))
    #expect(abs(plain.lowerBound - formed.lowerBound) < 1e-3 && abs(plain.upperBound - formed.upperBound) < 1e-3)
    #expect(Sample([1, 1]).interval(on: .logit) == 1...1 && Sample([0.5, 0.5]).interval(on: .logit) == 0.5...0.5)
    #expect(Sample([1e-300, 1]).interval(on: .logarithmic).map { $0.lowerBound >= 0 } ?? true)
    #expect(IntervalScale(lowest: 0.2, highest: 3, isShare: true) == .logarithmic)
    #expect(IntervalScale(lowest: 0, highest: 1, isShare: true) == .logit)
    #expect(IntervalScale(lowest: 0, highest: 1, isShare: false) == .linear)
    #expect(IntervalScale(lowest: .infinity, highest: -.infinity, isShare: true) == .linear)
  }

  @Test func welchsDifferences() throws {
    for test in fixture.independent {
      let (a, b) = (Sample(test.a), Sample(test.b))
      let difference = try #require(MeanDifference(welch: a, b))
      let name = Comment(rawValue: test.name)
      // NumPy rounds both means first.
      let rounding = 4e-16 * (test.a + test.b).reduce(0) { max($0, abs($1)) }
      #expect(abs(difference.value - test.difference) <= 1e-12 * abs(test.difference) + rounding, name)
      #expect(isNear(difference.degreesOfFreedom, test.degreesOfFreedom, 1e-6), name)
      #expect(isNear(difference.p, test.p, 1e-6), name)
      let scale = test.interval[1] - test.interval[0]
      for (given, wanted) in [
        (difference.interval(), test.interval), (difference.interval(level: 0.99), test.interval99),
      ] {
        #expect(
          abs(given.lowerBound - wanted[0]) < 1e-6 * scale && abs(given.upperBound - wanted[1]) < 1e-6 * scale, name)
      }
      let scaled = try #require(MeanDifference(welch: a, b, factor: 1.05)).interval()
      #expect(abs(scaled.lowerBound - test.interval105[0]) < 1e-6 * scale, name)
      #expect(abs(scaled.upperBound - test.interval105[1]) < 1e-6 * scale, name)
    }
  }

  @Test func pairedDifferences() throws {
    for test in fixture.paired {
      let pairs = zip(test.a, test.b).map { (a: $0, b: $1) }
      let difference = try #require(MeanDifference(paired: pairs))
      let scale = test.interval[1] - test.interval[0]
      let interval = difference.interval()
      #expect(abs(interval.lowerBound - test.interval[0]) < 1e-6 * scale, Comment(rawValue: test.name))
      #expect(abs(interval.upperBound - test.interval[1]) < 1e-6 * scale, Comment(rawValue: test.name))
      #expect(isNear(difference.p, test.p, 1e-6), Comment(rawValue: test.name))
      let exact = try #require(PermutationTest.paired(pairs.map { $0.a - $0.b }))
      #expect(isNear(exact, test.exact, 1e-12), Comment(rawValue: test.name))
    }
  }

  @Test func exactPermutations() throws {
    for test in fixture.independent {
      let exact = try #require(PermutationTest.independent(test.a, test.b))
      #expect(isNear(exact, test.exact, 1e-12), "\(test.name): \(exact), SciPy \(test.exact)")
    }
    // Of the 252 divisions of five and five, one is as extreme on either side.
    let apart = try #require(PermutationTest.independent([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]))
    #expect(isNear(apart, 2.0 / 252, 1e-15))
    #expect(PermutationTest.independent([], [1]) == nil)
    #expect(PermutationTest.independent(Array(repeating: 1, count: 9), [1]) == nil)
    #expect(PermutationTest.independent([1, 1], [1, 1]) == 1)
  }

  @Test func holmsCorrection() {
    for test in fixture.holm {
      let given = HolmCorrection.adjusted(test.p)
      #expect(zip(given, test.adjusted).allSatisfy { isNear($0, $1, 1e-12) }, "\(given)")
    }
    let withHole = HolmCorrection.adjusted([0.01, .nan, 0.02])
    #expect(withHole[0] == 0.02 && withHole[1].isNaN && withHole[2] == 0.02)
  }

  @Test func bootstrapIntervalsAreNearSciPys() throws {
    for test in fixture.independent {
      let interval = try #require(BootstrapDifference.interval(test.a, test.b))
      let allowed = 0.03 * (test.bootstrap[1] - test.bootstrap[0])
      // Two values a side have nine distinct differences of resampled means: the ends lie on a step.
      guard test.a.count > 2 else { continue }
      #expect(abs(interval.lowerBound - test.bootstrap[0]) < allowed, Comment(rawValue: test.name))
      #expect(abs(interval.upperBound - test.bootstrap[1]) < allowed, Comment(rawValue: test.name))
      #expect(BootstrapDifference.interval(test.a, test.b) == interval)
    }
    #expect(BootstrapDifference.interval([1], [1, 2]) == nil && BootstrapDifference.interval(paired: [1]) == nil)
    #expect(BootstrapDifference.interval(paired: [1, 1, 1]) == 1...1)
  }

  @Test func seedsThatWouldSettleIt() throws {
    for test in fixture.seeds {
      let difference = try #require(MeanDifference(welch: Sample(test.a), Sample(test.b)))
      #expect(difference.seedsNeeded() == test.seeds, Comment(rawValue: test.name))
    }
    #expect(try #require(MeanDifference(welch: Sample([1, 3]), Sample([3, 1]))).seedsNeeded() == nil)
  }

  @Test func verdictsHaveThreeStates() throws {
    func state(_ a: [Double], _ b: [Double], factor: Double = 1) throws -> Verdict {
      Verdict(of: try #require(MeanDifference(welch: Sample(a), Sample(b), factor: factor)))
    }
    let (low, high) = ([1.0, 1.1, 0.9, 1.05], [2.0, 2.1, 1.9, 2.05])
    #expect(try state(low, high).state == .pass && state(high, low).state == .fail)
    let unclear = try state([1.0, 2, 1.5], [1.2, 1.9, 1.6])
    #expect(unclear.state == .inconclusive && (unclear.seedsNeeded ?? 0) > 3)
    // The tolerance decides: three per cent worse is within five.
    let near = [1.03, 1.031, 1.029]
    #expect(try state(near, [1.0, 1.001, 0.999]).state == .fail)
    #expect(try state(near, [1.0, 1.001, 0.999], factor: 1.05).state == .pass)
    #expect(try state([1, 1], [1, 1]).state == .pass && state([2, 2], [1, 1]).state == .fail)
  }

  private func isNear(_ given: Double, _ wanted: Double, _ relative: Double) -> Bool {
    abs(given - wanted) <= relative * max(abs(wanted), 1e-300)
  }

  private struct Fixture: Decodable {
    var student: [Student]
    var tails: [Tail]
    var samples: [Sample]
    var independent: [Independent]
    var paired: [Paired]
    var seeds: [Seeds]
    var scaled: [Scaled]
    var holm: [Holm]

    struct Student: Decodable { var degreesOfFreedom, level, quantile: Double }
    struct Tail: Decodable { var degreesOfFreedom, t, tail: Double }
    struct Sample: Decodable {
      var values, interval: [Double]
      var mean, standardDeviation: Double
    }
    struct Independent: Decodable {
      var name: String
      var a, b, interval, interval99, interval105, bootstrap: [Double]
      var difference, degreesOfFreedom, p, exact: Double
    }
    struct Paired: Decodable {
      var name: String
      var a, b, interval: [Double]
      var p, exact: Double
    }
    struct Seeds: Decodable {
      var name: String
      var a, b: [Double]
      var seeds: Int?
    }
    struct Scaled: Decodable {
      var values, interval: [Double]
      var scale: String
    }
    struct Holm: Decodable { var p, adjusted: [Double] }
  }
}
