/// How the values of curves are scaled.
enum CurveScale {
  /// Whether only a logarithmic scale shows the end of curves between these values: those of a metric that falls over a
  /// factor of 30 or more, such as a loss.
  static func isLogarithmic(_ lowest: Double, _ highest: Double) -> Bool { lowest > 0 && highest / lowest >= 30 }

  /// The same of some values, those that are not finite aside.
  static func isLogarithmic(_ values: some Sequence<Double>) -> Bool {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite { (lowest, highest) = (min(lowest, value), max(highest, value)) }
    return lowest <= highest && isLogarithmic(lowest, highest)
  }
}
