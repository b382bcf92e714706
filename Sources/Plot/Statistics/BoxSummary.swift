/// The numbers of a box plot (Tukey, “Exploratory Data Analysis”, 1977), as `matplotlib.cbook.boxplot_stats` computes them.
public struct BoxSummary: Hashable, Sendable {
  /// The lower quartile, by linear interpolation.
  public let q1: Double
  /// The median.
  public let median: Double
  /// The upper quartile, by linear interpolation.
  public let q3: Double
  /// The arithmetic mean.
  public let mean: Double
  /// The least value that is at most `whisker` interquartile ranges below the box, or q1 if there is none below it.
  public let whiskerLow: Double
  /// The greatest value that is at most `whisker` interquartile ranges above the box, or q3 if there is none above it.
  public let whiskerHigh: Double
  /// The values beyond the whiskers, in ascending order.
  public let outliers: [Double]
  /// How many finite values there are.
  public let count: Int

  /// Summarises values; NaN and infinities are left out.
  ///
  /// - Parameters:
  ///   - values: Any numbers, in any order.
  ///   - whisker: How far the whiskers may reach, in interquartile ranges; one that is negative or NaN counts as 1.5.
  /// - Returns: `nil` where there is no finite value.
  public init?(_ values: [Double], whisker: Double = 1.5) {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    let q1 = Quantile.ofSorted(sorted, at: 0.25)
    let q3 = Quantile.ofSorted(sorted, at: 0.75)
    let reach = (whisker >= 0 ? whisker : 1.5) * (q3 - q1)
    // An infinite reach of equal quartiles would be NaN.
    let lowest = reach.isNaN ? -.infinity : q1 - reach
    let highest = reach.isNaN ? .infinity : q3 + reach
    let low = min(sorted.first { $0 >= lowest } ?? q1, q1)
    let high = max(sorted.last { $0 <= highest } ?? q3, q3)
    self.q1 = q1
    self.q3 = q3
    median = Quantile.ofSorted(sorted, at: 0.5)
    mean = Moments.mean(sorted)
    whiskerLow = low
    whiskerHigh = high
    outliers = sorted.filter { $0 < low || $0 > high }
    count = sorted.count
  }
}
