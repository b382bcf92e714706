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
  /// A number for each row that the area of its dot stands for.
  public var size: Column?
  /// The shape of the dots; a disc by default.
  public var symbol: PointSymbol?

  /// The mark as a layer.
  public var mark: Mark { .point(self) }

  /// From columns of equal length.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
  }

  /// The radius of the dots, in points; 3 by default.
  public func radius(_ points: Double) -> Self { with { $0.style.radius = points } }

  /// The shape of the dots.
  public func symbol(_ symbol: PointSymbol) -> Self { with { $0.symbol = symbol } }

  /// A number for each row that the area of its dot stands for; the largest has a radius of 12 points.
  public func symbolSize(_ values: [some Plottable]) -> Self {
    with { $0.size = type(of: values).Element.column(values) }
  }

  private func with(_ change: (inout PointMark) -> Void) -> PointMark {
    var copy = self
    change(&copy)
    return copy
  }
}
