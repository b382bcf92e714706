/// A mark that can summarise its rows before it draws them: bars and lines.
///
/// ```swift
/// BarMark(rows, x: \.cell, y: \.loss, estimate: .mean, interval: .ci(0.95))
/// LineMark(rows, x: \.epoch, y: \.loss, series: \.cell, estimate: .mean, interval: .sd)
/// ```
/// Rows of one series at one place are summarised, as seaborn's `barplot` and `lineplot` do it. An ``aggregation`` of your
/// own has another seed.
public protocol AggregatedMark: PositionedMark {
  /// What the rows of one series at one place are summarised to, and the interval around it.
  var aggregation: Aggregation? { get set }
}

/// What rows are summarised to, and the interval that is drawn around it.
public struct Aggregation: Sendable, Hashable, Codable {
  /// What a group of values is summarised to.
  public var estimate: Estimate
  /// The interval around the estimate; `nil` for none.
  public var interval: Interval?
  /// What ``Interval/ci(_:)`` draws its resamples from.
  public var seed: UInt64

  /// A summary; the same seed gives the same interval.
  public init(_ estimate: Estimate, interval: Interval? = nil, seed: UInt64 = 0) {
    self.estimate = estimate
    self.interval = interval
    self.seed = seed
  }
}

extension AggregatedMark {
  /// From arrays of equal length, summarised.
  public init<X: Plottable, Y: Plottable>(
    x: [X], y: [Y], series: Series? = nil, estimate: Estimate, interval: Interval? = nil
  ) {
    self.init(x: x, y: y, series: series)
    aggregation = Aggregation(estimate, interval: interval)
  }

  /// From rows, summarised.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
    series: Series? = nil, estimate: Estimate, interval: Interval? = nil
  ) {
    self.init(rows, x: x, y: y, series: series)
    aggregation = Aggregation(estimate, interval: interval)
  }

  /// From rows with the name of the series in each, summarised.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
    series: KeyPath<Row, String>, estimate: Estimate, interval: Interval? = nil
  ) {
    self.init(rows, x: x, y: y, series: series)
    aggregation = Aggregation(estimate, interval: interval)
  }
}
