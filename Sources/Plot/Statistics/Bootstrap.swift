#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The percentile bootstrap: the estimate of many resamples with replacement, and the middle of them (Efron and
/// Tibshirani, “An Introduction to the Bootstrap”, 1993, chapter 13).
///
/// Goals, in order: the distribution that resampling would give; the same bits from the same seed; speed. Only means
/// really draw n values a resample. Order statistics are drawn directly: the k-th smallest of n random indices is
/// ⌊n·U⌋ with U from Beta(k, n + 1 − k). Means of very many values are normal but for their skewness, and are not drawn.
package struct Bootstrap {
  /// How many resamples are drawn, from 1 to a million.
  let samples: Int
  let seed: UInt64

  /// Above this many values, a mean's interval is computed instead of drawn.
  static let drawnAtMost = 1000

  package init(samples: Int, seed: UInt64) {
    self.samples = min(max(samples, 1), 1_000_000)
    self.seed = seed
  }

  /// - Parameters:
  ///   - values: At least two finite numbers, in any order.
  ///   - level: The part of the resamples that lies in the interval, between 0 and 1.
  func interval(_ values: [Double], _ estimate: Estimate, level: Double) -> (low: Double, high: Double) {
    switch estimate {
    case .mean: return meanInterval(values, level)
    case .sum:
      let (low, high) = meanInterval(values, level)
      return (low * Double(values.count), high * Double(values.count))
    case .count: return (Double(values.count), Double(values.count))
    case .median: return Quantile.middle(level, ofSorted: medians(values.sorted()).sorted())
    case .min: return Quantile.middle(level, ofSorted: extremes(values.sorted(by: >)).sorted())
    case .max: return Quantile.middle(level, ofSorted: extremes(values.sorted()).sorted())
    }
  }

  // MARK: Means

  private func meanInterval(_ values: [Double], _ level: Double) -> (low: Double, high: Double) {
    if values.count > Self.drawnAtMost, let interval = normalMeanInterval(Moments(values), level) { return interval }
    return Quantile.middle(level, ofSorted: means(values).sorted())
  }

  /// The resampled means. Each random number of 64 bits gives two indices; the products' bias is below n / 2³².
  package func means(_ values: [Double]) -> [Double] {
    let count = UInt64(values.count)
    let largest = values.reduce(0) { max($0, abs($1)) }
    // Sums of numbers near the greatest Double would be infinite.
    let scale = largest > 0x1p900 ? 0x1p-100 : 1
    let scaled = scale == 1 ? values : values.map { $0 * scale }
    var generator = SampleGenerator(seed: seed)
    return scaled.withUnsafeBufferPointer { buffer in
      (0..<samples).map { _ in
        var (even, odd) = (0.0, 0.0)
        for _ in 0..<count / 2 {
          let bits = generator.next()
          even += buffer[Int(((bits & 0xFFFF_FFFF) &* count) >> 32)]
          odd += buffer[Int(((bits >> 32) &* count) >> 32)]
        }
        if count % 2 == 1 { odd += buffer[Int(((generator.next() >> 32) &* count) >> 32)] }
        return (even + odd) / Double(count) / scale
      }
    }
  }

  /// The quantiles that the resampled means tend to, corrected for skewness (Cornish and Fisher 1938): z + (z² − 1)·g/6
  /// with g = skewness / √n, where the mean's standard deviation is that of the values with n, over √n.
  func normalMeanInterval(_ moments: Moments, _ level: Double) -> (low: Double, high: Double)? {
    let n = Double(moments.count)
    let skewness = moments.skewness / n.squareRoot()
    let error = moments.standardDeviation * ((n - 1) / n).squareRoot() / n.squareRoot()
    // The correction holds near the normal distribution only.
    guard level < 1, abs(skewness) < 0.2, error.isFinite else { return nil }
    let z = Distributions.normalQuantile(level: level)
    let shift = (z * z - 1) * skewness / 6
    return (moments.mean + error * (shift - z), moments.mean + error * (shift + z))
  }

  // MARK: Order statistics

  /// The resampled medians of ascending values.
  func medians(_ sorted: [Double]) -> [Double] {
    let count = sorted.count
    let rank = Double((count + 1) / 2)
    let rest = Double(count) + 1 - rank
    var generator = SampleGenerator(seed: seed)
    func value(at part: Double) -> Double { sorted[min(Int(part * Double(count)), count - 1)] }
    return (0..<samples).map { _ in
      let below = generator.gamma(rank)
      let part = below / (below + generator.gamma(rest))
      if count % 2 == 1 { return value(at: part) }
      // Given the k-th of n uniform numbers, the next is the least of n − k between it and 1.
      let next = part + (1 - part) * (1 - pow(generator.uniform(), 1 / (Double(count) - rank)))
      return Quantile.interpolate(value(at: part), value(at: next), at: 0.5)
    }
  }

  /// The value at the greatest of n random indices.
  func extremes(_ values: [Double]) -> [Double] {
    let count = Double(values.count)
    var generator = SampleGenerator(seed: seed)
    return (0..<samples).map { _ in
      values[min(Int(pow(generator.uniform(), 1 / count) * count), values.count - 1)]
    }
  }
}
