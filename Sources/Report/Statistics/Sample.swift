/// Values of one metric, one a run, such as the final losses of five seeds.
struct Sample: Hashable, Sendable {
  /// The values; those that are not finite are left out.
  let values: [Double]
  /// The arithmetic mean; NaN without values.
  let mean: Double
  /// The variance with n − 1; NaN below two values.
  let variance: Double

  /// A sample of the finite ones among some values.
  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    self.values = finite
    let n = Double(finite.count)
    // Dividing first keeps values near the ends of Double's range finite.
    let mean = finite.reduce(0) { $0 + $1 / n }
    // One more pass takes away the rounding of the first: Σ(x − m)/n is 0 for the true mean.
    self.mean = finite.isEmpty ? .nan : mean + finite.reduce(0) { $0 + ($1 - mean) / n }
    let centre = self.mean
    variance = finite.count < 2 ? .nan : finite.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (n - 1)
  }

  /// How many values there are.
  var count: Int { values.count }

  /// The confidence interval of the mean, mean ± t(level; n − 1)·s/√n; nil below two values.
  ///
  /// - Parameter level: Between 0 and 1.
  func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard count > 1 else { return nil }
    let t = StudentDistribution.quantile(level: level, degreesOfFreedom: Double(count - 1))
    return ClosedRange(mean, plusMinus: t * (variance / Double(count)).squareRoot())
  }
}

extension ClosedRange<Double> {
  /// The range of so much to both sides of a middle; nil where that is no number.
  init?(_ middle: Double, plusMinus half: Double) {
    guard half >= 0, (middle - half).isFinite, (middle + half).isFinite else { return nil }
    self = (middle - half)...(middle + half)
  }
}
