/// How often values occur: bars over bins of equal or given widths.
public struct HistogramMark: MarkContent, Sendable, Hashable, Codable {
  /// The values, in any order.
  public var x: Column
  /// What tells the mark's series apart; all share the same bins. `nil` for a single unnamed one.
  public var series: Series?
  /// Where bins begin and end; by numpy's automatic rule by default.
  public var bins: Histogram.Bins
  /// What the heights say; how many values by default.
  public var normalization: Histogram.Normalization
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .histogram(self) }

  /// Values on x.
  public init<Value: Plottable>(
    _ values: [Value], series: Series? = nil, bins: Histogram.Bins = .automatic,
    normalization: Histogram.Normalization = .count
  ) {
    x = Value.column(values)
    self.series = series
    self.bins = bins
    self.normalization = normalization
  }
}
