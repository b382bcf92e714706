/// Points joined in the order of their rows; a missing value or infinity leaves a gap.
///
/// ```swift
/// LineMark(rows, x: \.epoch, y: \.loss, series: "train")
/// LineMark(y: losses)
/// ```
public struct LineMark: AggregatedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()
  /// What several rows at one place are summarised to; `nil` draws every row, in the order of the rows.
  public var aggregation: Aggregation?
  /// How the line is smoothed; the line itself then lies thin and pale under it.
  public var smoothing: Smoothing?
  /// How the line runs between its points; straight by default.
  public var interpolation: InterpolationMethod?

  /// The mark as a layer.
  public var mark: Mark { .line(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }

  /// How the line runs between its points; straight by default.
  public func interpolationMethod(_ method: InterpolationMethod) -> Self { with { $0.interpolation = method } }

  /// A smoothed line over the line itself, which becomes thin and pale.
  public func smoothed(_ smoothing: Smoothing) -> Self { with { $0.smoothing = smoothing } }
}
