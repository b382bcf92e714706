/// Bars from 0, one band for each distinct name or number, side by side where there are several series.
///
/// Bars are vertical with names or numbers on `x`, and horizontal with names on `y` and numbers on `x`. Numbers that stand
/// for bands are in ascending order. Several rows of one band and series are drawn as their mean, or as another
/// ``aggregation``.
public struct BarMark: AggregatedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()
  /// What several rows of one band and series are summarised to; their mean when `nil`.
  public var aggregation: Aggregation?
  /// How the bars of several series share a band: side by side when `nil`, or on top of each other.
  public var stacking: MarkStackingMethod?

  /// The mark as a layer.
  public var mark: Mark { .bar(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }

  /// The bars of several series on top of each other, those of all marks of the chart that are stacked in this way, in the
  /// order of the marks; negative values downwards from 0.
  public func stacked(_ method: MarkStackingMethod = .standard) -> Self { with { $0.stacking = method } }
}
