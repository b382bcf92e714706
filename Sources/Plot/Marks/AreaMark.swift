/// The space between a line and 0; several series lie on top of each other, negative values below 0.
///
/// Named series of several area marks of a chart are stacked too, in the order of the marks, as in Swift Charts; an area
/// without a series stands for itself.
public struct AreaMark: PositionedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()
  /// How several series share the space: on top of each other by default, all from 0 with `.unstacked`.
  public var stacking: MarkStackingMethod?
  /// How the edge runs between its points; straight by default.
  public var interpolation: InterpolationMethod?

  /// The mark as a layer.
  public var mark: Mark { .area(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }

  /// How several series share the space; on top of each other by default.
  public func stacked(_ method: MarkStackingMethod) -> Self { with { $0.stacking = method } }

  /// How the edge runs between its points; straight by default.
  public func interpolationMethod(_ method: InterpolationMethod) -> Self { with { $0.interpolation = method } }
}
