/// How far the mean of one sample is from that of another, with its confidence interval.
///
/// The difference is mean(A) − factor·mean(B); a factor other than 1 asks, for example, whether A is below 1.05 times B.
/// - *Welch* (B. L. Welch, “The generalization of ‘Student's’ problem when several different population variances are
///   involved”, Biometrika 1947): with a = s²(A)/n(A) and b = factor²·s²(B)/n(B), the standard error is √(a + b) and the
///   degrees of freedom (a + b)²/(a²/(n(A) − 1) + b²/(n(B) − 1)).
/// - *Paired*, where both were run with the same seeds: the t interval of the differences seed by seed. What a seed does
///   to both sides alike cancels, so fewer seeds tell more.
struct MeanDifference: Hashable, Sendable {
  /// How the interval was made.
  enum Method: Hashable, Sendable { case welch, paired }

  /// mean(A) − factor·mean(B).
  let value: Double
  /// The standard error of ``value``.
  let standardError: Double
  /// The degrees of freedom of the t distribution; infinite where nothing varies.
  let degreesOfFreedom: Double
  /// How the interval was made.
  let method: Method
  /// How many values A and B have; equal for pairs.
  let counts: (a: Int, b: Int)

  /// Welch's difference of two samples; nil if either has fewer than two values.
  init?(welch a: Sample, _ b: Sample, factor: Double = 1) {
    guard a.count > 1, b.count > 1 else { return nil }
    let partA = a.variance / Double(a.count)
    let partB = factor * factor * b.variance / Double(b.count)
    let sum = partA + partB
    value = a.mean - factor * b.mean
    standardError = sum.squareRoot()
    // As parts of their sum, so that tiny variances do not vanish when they are squared.
    let (shareA, shareB) = (partA / sum, partB / sum)
    degreesOfFreedom =
      sum > 0
      ? 1 / (shareA * shareA / Double(a.count - 1) + shareB * shareB / Double(b.count - 1)) : .infinity
    method = .welch
    counts = (a.count, b.count)
  }

  /// The difference of values that belong together two by two; nil below two pairs of finite values.
  init?(paired pairs: [(a: Double, b: Double)], factor: Double = 1) {
    let differences = Sample(pairs.map { $0.a - factor * $0.b })
    guard differences.count > 1 else { return nil }
    value = differences.mean
    standardError = (differences.variance / Double(differences.count)).squareRoot()
    degreesOfFreedom = standardError > 0 ? Double(differences.count - 1) : .infinity
    method = .paired
    counts = (differences.count, differences.count)
  }

  /// The confidence interval of the difference.
  ///
  /// - Parameter level: Between 0 and 1.
  func interval(level: Double = 0.95) -> ClosedRange<Double> {
    let t = StudentDistribution.quantile(level: level, degreesOfFreedom: degreesOfFreedom)
    return ClosedRange(value, plusMinus: t * standardError) ?? value...value
  }

  /// The two-sided p of the t test that there is no difference; 1 where both are all the same value.
  var p: Double {
    guard standardError > 0 else { return value == 0 ? 1 : 0 }
    return StudentDistribution.tail(value / standardError, degreesOfFreedom: degreesOfFreedom)
  }

  /// How many seeds a side would bring the whole interval to one side of 0, if the difference and the spread stay as they
  /// are: the smallest n ≥ 2 with t(level; f)·√(V/n) < |value|, where V is the variance that one seed a side
  /// contributes, and f is 2n − 2 (Welch, taken as equal variances) or n − 1 (paired).
  ///
  /// - Returns: nil if more than ``seedLimit`` would be needed.
  func seedsNeeded(level: Double = 0.95) -> Int? {
    guard value != 0, standardError > 0 else { return value == 0 ? nil : 2 }
    let variance: Double
    switch method {
    case .paired: variance = standardError * standardError * Double(counts.a)
    case .welch:
      // The harmonic mean of the counts is what unequal samples are worth.
      variance = standardError * standardError * 2 / (1 / Double(counts.a) + 1 / Double(counts.b))
    }
    func settles(_ n: Int) -> Bool {
      let freedom = method == .paired ? Double(n - 1) : Double(2 * n - 2)
      let t = StudentDistribution.quantile(level: level, degreesOfFreedom: freedom)
      return t * (variance / Double(n)).squareRoot() < value.magnitude
    }
    guard settles(MeanDifference.seedLimit) else { return nil }
    var (tooFew, enough) = (1, MeanDifference.seedLimit)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if settles(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  /// Beyond this many seeds nobody wants to know the number.
  static let seedLimit = 10_000

  static func == (left: MeanDifference, right: MeanDifference) -> Bool {
    left.value == right.value && left.standardError == right.standardError
      && left.degreesOfFreedom == right.degreesOfFreedom && left.method == right.method && left.counts == right.counts
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(standardError)
    hasher.combine(method)
  }
}
