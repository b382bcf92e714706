/// Bars from 0, one band for each distinct `x`, side by side where there are several series.
///
/// Numbers on `x` are bands too, in ascending order. Several rows of one band and series are drawn as their mean.
public struct BarMark: PositionedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .bar(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }
}
