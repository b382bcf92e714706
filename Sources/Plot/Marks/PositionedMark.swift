/// A mark whose rows have a place on both axes: lines, points, bars, areas, boxes and texts.
public protocol PositionedMark: MarkContent {
  /// The horizontal channel.
  var x: Column { get set }
  /// The vertical channel.
  var y: Column { get set }
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  var series: Series? { get set }

  /// From columns of equal length; unequal ones throw ``PlotError/Code/unequalColumns`` when the chart is drawn.
  init(x: Column, y: Column, series: Series?)
}

extension PositionedMark {
  /// From arrays of equal length.
  public init<X: Plottable, Y: Plottable>(x: [X], y: [Y], series: Series? = nil) {
    self.init(x: X.column(x), y: Y.column(y), series: series)
  }

  /// From values at 0, 1, 2, ….
  public init<Y: Plottable>(y: [Y], series: Series? = nil) {
    self.init(x: .rowNumbers(y.count), y: Y.column(y), series: series)
  }

  /// From rows, each channel read once.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>, series: Series? = nil
  ) {
    let rows = Array(rows)
    self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, series: series)
  }

  /// From rows, with the name of the series in each row.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
    series: KeyPath<Row, String>
  ) {
    let rows = Array(rows)
    self.init(rows, x: x, y: y, series: .column(rows.map { $0[keyPath: series] }))
  }
}
