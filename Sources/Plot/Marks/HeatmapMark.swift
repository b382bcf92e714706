/// A table of cells, coloured by value: confusion matrices, class probabilities, parameter grids.
///
/// Cells of one row of values share y; rows run from top to bottom, as in a table.
public struct HeatmapMark: MarkContent, Sendable, Hashable, Codable {
  /// The column of each cell: names or numbers.
  public var x: Column
  /// The row of each cell: names or numbers.
  public var y: Column
  /// The value of each cell.
  public var value: Column
  /// The text of each cell; `nil` for none.
  public var text: [String]?
  /// The colours and the values that they stand for; by default one hue over the range of the values.
  public var colorScale: ColorScale?
  /// The values that the first and the last colour stand for, where the scheme is left to the theme.
  public var colorDomain: ClosedRange<Double>?
  /// What the values are, beside the colour bar.
  public var valueTitle: String?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .heatmap(self) }

  /// From arrays of equal length.
  public init<X: Plottable, Y: Plottable, Value: Plottable>(x: [X], y: [Y], value: [Value]) {
    self.x = X.column(x)
    self.y = Y.column(y)
    self.value = Value.column(value)
  }

  /// From rows, each channel read once.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
    value: KeyPath<Row, some Plottable>
  ) {
    let rows = Array(rows)
    self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, value: rows.map { $0[keyPath: value] })
  }

  /// Writes the value into each cell, with about three digits and, where that keeps them short, equally many decimals.
  public func cellText() -> Self {
    guard case .numbers(let values) = value else { return self }
    return cellText(NumberLabel.cells(values))
  }

  /// Writes a text into each cell, in the order of the rows.
  public func cellText(_ text: [String]) -> Self { with { $0.text = text } }

  /// The colours and the values that they stand for.
  public func colorScale(_ scale: ColorScale) -> Self { with { $0.colorScale = scale } }

  /// The values that the first and the last colour stand for; the colours are the theme's.
  public func colorDomain(_ domain: ClosedRange<Double>) -> Self { with { $0.colorDomain = domain } }

  /// What the values are, beside the colour bar.
  public func valueTitle(_ title: String) -> Self { with { $0.valueTitle = title } }
}
