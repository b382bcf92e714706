/// A dot for each row with a finite place.
public struct PointMark: PositionedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .point(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }

  /// The radius of the dots, in points; 3 by default.
  public func radius(_ points: Double) -> Self {
    var copy = self
    copy.style.radius = points
    return copy
  }
}
