/// Words at places, centred on them.
public struct TextMark: PositionedMark, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The vertical channel.
  public var y: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()
  /// What is written, one text a row.
  public var text: [String]

  /// The mark as a layer.
  public var mark: Mark { .text(self) }

  /// From columns of equal length; without text, the values of y are written.
  public init(x: Column, y: Column, series: Series? = nil) {
    self.x = x
    self.y = y
    self.series = series
    switch y {
    case .numbers(let values): text = values.map(NumberLabel.short)
    case .seconds(let values): text = values.map { NumberFormat.date().string($0) }
    case .categories(let names): text = names.map { $0 ?? "" }
    }
  }

  /// From arrays of equal length.
  public init<X: Plottable, Y: Plottable>(x: [X], y: [Y], text: [String]) {
    self.init(x: X.column(x), y: Y.column(y))
    self.text = text
  }

  /// From rows, each channel read once.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
    text: KeyPath<Row, String>
  ) {
    let rows = Array(rows)
    self.init(
      x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, text: rows.map { $0[keyPath: text] })
  }
}
