/// A smooth estimate of how values are distributed, as a line over a pale area of 1.
public struct DensityMark: MarkContent, Sendable, Hashable, Codable {
  /// The values, in any order.
  public var x: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How wide the kernels are; Scott's rule by default.
  public var bandwidth: Density.Bandwidth
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .density(self) }

  /// Values on x.
  public init<Value: Plottable>(
    _ values: [Value], series: Series? = nil, bandwidth: Density.Bandwidth = .scott
  ) {
    x = Value.column(values)
    self.series = series
    self.bandwidth = bandwidth
  }
}
