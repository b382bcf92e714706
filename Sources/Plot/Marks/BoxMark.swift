/// A box plot: quartiles and median as a box, whiskers of at most 1.5 interquartile ranges, what lies beyond as dots.
public struct BoxMark: PositionedMark, Sendable, Hashable, Codable {
  /// The groups: names, or numbers that stand for groups.
  public var x: Column
  /// The values.
  public var y: Column
  /// What tells the mark's series apart, side by side in each group; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .box(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }
}
