/// A short stroke at the edge of the plot for each value, which shows how values are spread along an axis.
public struct RugMark: MarkContent, Sendable, Hashable, Codable {
  /// The values on the x axis; `nil` when they are on the y axis.
  public var x: Column?
  /// The values on the y axis; `nil` when they are on the x axis.
  public var y: Column?
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .rug(self) }

  /// Values along the x axis.
  public init<Value: Plottable>(x: [Value], series: Series? = nil) {
    self.x = Value.column(x)
    self.series = series
  }

  /// Values along the y axis.
  public init<Value: Plottable>(y: [Value], series: Series? = nil) {
    self.y = Value.column(y)
    self.series = series
  }
}
