/// Quantiles by linear interpolation between order statistics, as `numpy.quantile` computes them by default (type 7 of
/// Hyndman and Fan, “Sample Quantiles in Statistical Packages”, 1996). Box, histogram and interval share this code.
public enum Quantile {
  /// The quantile of values that need no order.
  ///
  /// - Parameters:
  ///   - values: Any numbers; NaN and infinities are left out.
  ///   - fraction: The part of the values below the quantile, from 0 to 1 (0.5 is the median); others are clamped.
  /// - Returns: NaN where there is no finite value.
  public static func of(_ values: [Double], at fraction: Double) -> Double {
    ofSorted(values.filter(\.isFinite).sorted(), at: fraction)
  }

  /// The quantile of finite values in ascending order.
  ///
  /// - Parameters:
  ///   - sorted: Finite numbers in ascending order.
  ///   - fraction: The part of the values below the quantile, from 0 to 1; others are clamped.
  /// - Returns: NaN where there is no value, or `fraction` is NaN.
  public static func ofSorted(_ sorted: [Double], at fraction: Double) -> Double {
    guard !sorted.isEmpty, !fraction.isNaN else { return .nan }
    let position = min(max(fraction, 0), 1) * Double(sorted.count - 1)
    let below = Int(position)
    return interpolate(sorted[below], sorted[min(below + 1, sorted.count - 1)], at: position - Double(below))
  }

  /// The interval that holds the part `level` of the values in its middle.
  static func middle(_ level: Double, ofSorted sorted: [Double]) -> (low: Double, high: Double) {
    let edge = (1 - level) / 2
    return (ofSorted(sorted, at: edge), ofSorted(sorted, at: 1 - edge))
  }

  /// From the nearer end, as numpy does, so that 0 and 1 give the ends exactly; ends may be ±1e308.
  static func interpolate(_ low: Double, _ high: Double, at part: Double) -> Double {
    let difference = high - low
    guard difference.isFinite else { return low * (1 - part) + high * part }
    return part < 0.5 ? low + difference * part : high - difference * (1 - part)
  }
}
