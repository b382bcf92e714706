/// What a group of values is summarised to, as `estimator` of seaborn's `barplot` and `lineplot`.
public enum Estimate: String, Codable, CaseIterable, Sendable, Hashable {
  /// The arithmetic mean.
  case mean
  /// The middle value, or the mean of the two in the middle.
  case median
  /// The sum.
  case sum
  /// How many values there are.
  case count
  /// The least value.
  case min
  /// The greatest value.
  case max

  /// The estimate of values that need no order; NaN and infinities are left out.
  ///
  /// - Returns: NaN where there is no finite value, except that their count is 0.
  public func callAsFunction(_ values: [Double]) -> Double { of(values.filter(\.isFinite)) }

  /// The estimate of finite values.
  func of(_ values: [Double]) -> Double {
    if self == .count { return Double(values.count) }
    guard !values.isEmpty else { return .nan }
    return switch self {
    case .mean: Moments.mean(values)
    case .median: Quantile.ofSorted(values.sorted(), at: 0.5)
    case .sum: Moments.sum(values)
    case .count: Double(values.count)
    case .min: values.reduce(.infinity, Swift.min)
    case .max: values.reduce(-.infinity, Swift.max)
    }
  }
}
