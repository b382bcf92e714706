/// The estimate of a group of values with its interval, as seaborn's `barplot` and `lineplot` compute them.
///
/// ```swift
/// let bar = Aggregate.of([1, 2, 3, 4, 10], estimate: .mean, interval: .se)
/// // bar.value == 4, bar.low ≈ 2.4189, bar.high ≈ 5.5811
/// ```
public struct Aggregate: Sendable {
  /// The estimate; NaN where there is no finite value.
  public let value: Double
  /// The lower end of the interval; NaN without an interval.
  public let low: Double
  /// The upper end of the interval; NaN without an interval.
  public let high: Double
  /// How many finite values were summarised.
  public let count: Int

  /// Whether there is an interval to draw.
  public var hasInterval: Bool { !low.isNaN && !high.isNaN }

  /// The estimate of a group of values and the interval around it.
  ///
  /// - Parameters:
  ///   - values: The group, in any order; NaN and infinities are left out.
  ///   - estimate: What the group is summarised to.
  ///   - interval: The interval, or `nil` for none. A group of one value has none either.
  ///   - samples: How many resamples ``Interval/ci(_:)`` draws. Means and sums of more than 1,000 values need none: the
  ///     interval that resampling tends to is computed.
  ///   - seed: What the resamples are drawn from: the same seed gives the same interval.
  public static func of(
    _ values: [Double], estimate: Estimate, interval: Interval?, samples: Int = 1000, seed: UInt64 = 0
  ) -> Aggregate {
    let finite = values.allSatisfy(\.isFinite) ? values : values.filter(\.isFinite)
    let value = estimate.of(finite)
    let (low, high) = bounds(finite, value, estimate, interval, Bootstrap(samples: samples, seed: seed))
    return Aggregate(value: value, low: low, high: high, count: finite.count)
  }

  private static func bounds(
    _ values: [Double], _ value: Double, _ estimate: Estimate, _ interval: Interval?, _ bootstrap: Bootstrap
  ) -> (low: Double, high: Double) {
    guard let interval, interval.isUsable, values.count > 1 else { return (.nan, .nan) }
    switch interval {
    case .ci(let level): return bootstrap.interval(values, estimate, level: level)
    case .pi(let level): return Quantile.middle(level, ofSorted: values.sorted())
    case .sd(let factor):
      let half = Moments(values).standardDeviation * factor
      return (value - half, value + half)
    case .se(let factor):
      let half = Moments(values).standardDeviation / Double(values.count).squareRoot() * factor
      return (value - half, value + half)
    }
  }
}

/// Two aggregates are equal when they hold the same bits: no interval equals no interval.
extension Aggregate: Hashable {
  private var bits: [UInt64] { [value.bitPattern, low.bitPattern, high.bitPattern, UInt64(count)] }

  /// Whether both hold the same bits.
  public static func == (left: Aggregate, right: Aggregate) -> Bool { left.bits == right.bits }

  /// Feeds the bits of the values.
  public func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}
