#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The scale on which the interval of a mean is formed, so that it never leaves what the metric can be: with few seeds
/// mean ± t·s/√n of a loss easily reaches below 0.
///
/// The interval is that of g(mean), turned back: g⁻¹(g(m) ± h·g′(m)), where h = t·s/√n is half the plain interval and
/// g′ carries the standard error over to the scale (the delta method; L. Wasserman, “All of Statistics”, 2004, 9.9). For
/// a spread that is small beside the mean it is the plain interval.
enum IntervalScale: Hashable, Sendable {
  /// The plain interval, for values that may be negative.
  case linear
  /// g = log, for values above 0 such as losses: m·exp(±h/m).
  case logarithmic
  /// g = logit, for shares between 0 and 1 of which more is better, such as accuracies.
  case logit

  /// The scale of a metric by its lowest and its highest finite value; the plain one if there is none.
  ///
  /// - Parameter isShare: Whether more of it is better, so that values from 0 to 1 are taken for shares of a whole.
  init(lowest: Double, highest: Double, isShare: Bool) {
    guard lowest <= highest else {
      self = .linear
      return
    }
    self = isShare && lowest >= 0 && highest <= 1 ? .logit : lowest > 0 ? .logarithmic : .linear
  }

  /// The ends of the interval around a mean; NaN where the mean is.
  ///
  /// - Parameter half: Half the plain interval, t·s/√n.
  func ends(_ mean: Double, plusMinus half: Double) -> (low: Double, high: Double) {
    switch self {
    case .linear: return (mean - half, mean + half)
    case .logarithmic:
      let factor = exp(half / mean)
      return mean > 0 ? (mean / factor, mean * factor) : (mean, mean)
    case .logit:
      guard mean > 0, mean < 1 else { return (mean, mean) }
      let odds = mean / (1 - mean)
      let factor = exp(half / (mean * (1 - mean)))
      return (odds / (odds + factor), factor == .infinity ? 1 : odds * factor / (1 + odds * factor))
    }
  }
}

extension Sample {
  /// The 95 % interval of the mean on a scale; nil below two values.
  func interval(on scale: IntervalScale) -> ClosedRange<Double>? {
    guard let plain = interval() else { return nil }
    let ends = scale.ends(mean, plusMinus: (plain.upperBound - plain.lowerBound) / 2)
    return ends.low <= ends.high ? ends.low...ends.high : nil
  }
}
