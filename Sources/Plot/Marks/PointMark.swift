/// A dot for each row with a finite place.
///
/// ```swift
/// PointMark(runs, x: \.parameters, y: \.error)
///   .foregroundStyle(by: .value("Loss", runs, \.loss))
///   .symbolSize(by: .value("Hours", runs, \.hours))
///   .symbol(by: .value("Cell", runs, \.cell))
/// ```
/// More than 20,000 rows are drawn as an image of how many lie in each cell of 4 points, or of their mean colour where
/// colours stand for numbers; see ``binned(_:)``.
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
  /// What the sizes stand for, in the legend.
  public var sizeTitle: String?
  /// The shape of the dots; a disc by default, and one of its own for each series in themes without colour.
  public var symbol: PointSymbol?
  /// A name for each row that the shape of its dot stands for.
  public var symbolNames: Column?
  /// Whether rows are counted in cells instead of drawn one by one; above 20,000 rows when `nil`.
  public var isBinned: Bool?

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

  /// A number for each row that the area of its dot stands for, with a legend.
  public func symbolSize(by values: PlottableValues) -> Self {
    with {
      $0.size = values.column
      $0.sizeTitle = values.label
    }
  }

  /// A name for each row that the shape of its dot stands for, with a legend. There are six shapes.
  public func symbol(by values: PlottableValues) -> Self { with { $0.symbolNames = values.column } }

  /// Whether rows are counted in cells and drawn as an image, whatever their number.
  ///
  /// By default that happens above 20,000 rows, unless their dots have sizes. The cells are squares of 4 points, larger on
  /// pages where there would be more than 40,000. Colours count linearly up to 50 rows a cell and logarithmically beyond;
  /// the colour bar says so. Several series are told apart by hue and their counts by opacity.
  public func binned(_ isBinned: Bool = true) -> Self { with { $0.isBinned = isBinned } }
}
