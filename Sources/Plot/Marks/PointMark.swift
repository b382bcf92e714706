/// A dot for each row with a finite place.
public struct PointMark: PositionedMark, Sendable, Hashable, Codable {
  public var x: Column
  public var y: Column
  public var series: Series?
  public var style = MarkStyle()

  public var mark: Mark { .point(self) }

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
