internal import Plot

/// The percentile bootstrap of a difference of means: both samples are drawn anew, with replacement, many times, and the
/// middle of the differences is the interval (Efron and Tibshirani, “An Introduction to the Bootstrap”, 1993, chapter 13).
///
/// It assumes no distribution, but with few seeds it is too narrow: five values can only be redrawn. Verdicts rest on
/// ``MeanDifference``; this stands beside it as a check.
enum BootstrapDifference {
  /// How often the samples are drawn.
  static let samples = 9999

  /// The interval of mean(A) − mean(B) of independent samples; nil if either has fewer than two values.
  ///
  /// - Parameter seed: What the draws come from; the same seed gives the same interval.
  static func interval(
    _ a: [Double], _ b: [Double], level: Double = 0.95, seed: UInt64 = 1
  ) -> ClosedRange<Double>? {
    guard a.count > 1, b.count > 1 else { return nil }
    let left = Bootstrap(samples: samples, seed: seed).means(a)
    let right = Bootstrap(samples: samples, seed: seed ^ 0x9E37_79B9_7F4A_7C15).means(b)
    return middle(of: zip(left, right).map { $0 - $1 }, level: level)
  }

  /// The interval of the mean of the differences of pairs; nil below two.
  static func interval(
    paired differences: [Double], level: Double = 0.95, seed: UInt64 = 1
  ) -> ClosedRange<Double>? {
    guard differences.count > 1 else { return nil }
    return middle(of: Bootstrap(samples: samples, seed: seed).means(differences), level: level)
  }

  private static func middle(of means: [Double], level: Double) -> ClosedRange<Double>? {
    let sorted = means.sorted()
    let edge = (1 - level) / 2
    let (low, high) = (Quantile.ofSorted(sorted, at: edge), Quantile.ofSorted(sorted, at: 1 - edge))
    return low <= high ? low...high : nil
  }
}
