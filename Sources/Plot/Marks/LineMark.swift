/// Points joined in the order of their rows; a missing value or infinity leaves a gap.
///
/// ```swift
/// LineMark(rows, x: \.epoch, y: \.loss, series: "train")
/// LineMark(y: losses)
/// ```
public struct LineMark: PositionedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()
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
  public func interpolationMethod(_ method: InterpolationMethod) -> Self {
    var copy = self
    copy.interpolation = method
    return copy
  }
}
