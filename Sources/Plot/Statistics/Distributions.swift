#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Quantiles of the distributions that intervals need, found by bisection of the exact distribution functions: a
/// hundred steps cost a few microseconds and leave nothing to go wrong.
enum Distributions {
  /// The z with P(|Z| ≤ z) = level for a standard normal Z.
  ///
  /// - Parameter level: Between 0 and 1, both excluded.
  static func normalQuantile(level: Double) -> Double {
    bisect(0...40) { erfc($0 / 2.0.squareRoot()) > 1 - level }
  }

  /// The t with P(|T| ≤ t) = level for Student's T.
  ///
  /// - Parameters:
  ///   - level: Between 0 and 1, both excluded.
  ///   - degreesOfFreedom: At least 1. Above 200 by the expansion 26.7.5 of Abramowitz and Stegun, “Handbook of
  ///     Mathematical Functions”, below exactly.
  static func studentQuantile(level: Double, degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom <= 200 else { return expandedStudentQuantile(level, Double(degreesOfFreedom)) }
    // t = √ν · tan θ maps all t to a finite range.
    let angle = bisect(0...Double.pi / 2) { studentProbability(angle: $0, degreesOfFreedom) < level }
    return Double(degreesOfFreedom).squareRoot() * tan(angle)
  }

  /// P(|T| ≤ √ν · tan θ), the finite sums 26.7.3 and 26.7.4 of Abramowitz and Stegun.
  private static func studentProbability(angle: Double, _ degreesOfFreedom: Int) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = degreesOfFreedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = 0.0
    for k in stride(from: isOdd ? 3 : 2, through: degreesOfFreedom, by: 2) {
      sum += term
      term *= cosine * cosine * Double(k - 1) / Double(k)
    }
    return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
  }

  private static func expandedStudentQuantile(_ level: Double, _ n: Double) -> Double {
    let z = normalQuantile(level: level)
    let z2 = z * z
    let first = (z2 + 1) / 4
    let second = ((5 * z2 + 16) * z2 + 3) / 96
    let third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    let fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160
    return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n)
  }

  /// The end of the lower part of the range, on which the condition holds.
  private static func bisect(_ range: ClosedRange<Double>, whileTrue holds: (Double) -> Bool) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if holds(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
