#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Student's t distribution with any positive number of degrees of freedom, which Welch's interval needs.
///
/// Goals in this order: right to about ten digits, for every number of degrees of freedom; nothing to go wrong; speed.
/// P(|T| > t) = I(ν/(ν + t²); ν/2, 1/2) with the regularised incomplete beta function I (Abramowitz and Stegun,
/// “Handbook of Mathematical Functions”, 26.7.1 and 26.5.27), whose continued fraction 26.5.8 is evaluated by Lentz's
/// method. Quantiles are found by bisection.
enum StudentDistribution {
  /// P(|T| > t): how likely a value at least that far from 0 is.
  ///
  /// - Parameters:
  ///   - t: Any number; infinity gives 0.
  ///   - degreesOfFreedom: Above 0; infinity gives the normal distribution.
  static func tail(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard !t.isNaN, degreesOfFreedom > 0 else { return .nan }
    guard t.isFinite else { return 0 }
    guard degreesOfFreedom < 1e9 else { return erfc(t.magnitude / 2.0.squareRoot()) }
    let squares = degreesOfFreedom + t * t
    return incompleteBeta(degreesOfFreedom / squares, complement: t * t / squares, degreesOfFreedom / 2)
  }

  /// The t with P(|T| ≤ t) = level.
  ///
  /// - Parameters:
  ///   - level: Between 0 and 1, both excluded.
  ///   - degreesOfFreedom: Above 0.
  static func quantile(level: Double, degreesOfFreedom: Double) -> Double {
    guard level > 0, level < 1, degreesOfFreedom > 0 else { return .nan }
    func isBelow(_ t: Double) -> Bool { tail(t, degreesOfFreedom: degreesOfFreedom) > 1 - level }
    var (low, high) = (0.0, 2.0)
    while isBelow(high), high < 1e300 { (low, high) = (high, high * 2) }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The regularised incomplete beta function I(x; a, 1/2).
  ///
  /// - Parameter complement: 1 − x, which loses its digits if it is computed from x.
  private static func incompleteBeta(_ x: Double, complement: Double, _ a: Double) -> Double {
    let b = 0.5
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    let front = exp(logGammaRatio(a) - lgamma(b) + a * log(x) + b * log(complement))
    // The fraction converges quickly on one side of the mean; the other is its mirror image.
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a : 1 - front * continuedFraction(complement, b, a) / b
  }

  /// ln Γ(a + 1/2) − ln Γ(a); of large numbers by its asymptotic series, because the difference of two large logarithms
  /// loses its digits (6.1.47 of Abramowitz and Stegun).
  private static func logGammaRatio(_ a: Double) -> Double {
    guard a > 50 else { return lgamma(a + 0.5) - lgamma(a) }
    let inverse = 1 / a
    let square = inverse * inverse
    return 0.5 * log(a) - inverse * (1.0 / 8 - square * (1.0 / 192 - square / 640))
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      fraction *= d * c
      if (d * c - 1).magnitude < 1e-15 { break }
    }
    return fraction
  }
}
