/// The space between a lower and an upper line, such as an interval around a mean.
public struct BandMark: MarkContent, Sendable, Hashable, Codable {
  /// The horizontal channel.
  public var x: Column
  /// The lower edge.
  public var low: Column
  /// The upper edge.
  public var high: Column
  /// What tells the mark's series apart; `nil` for a single unnamed one.
  public var series: Series?
  /// How the mark looks where it should differ from the theme; 18 % opaque by default.
  public var style = MarkStyle()
  /// How the edges run between their points; straight by default.
  public var interpolation: InterpolationMethod?

  /// The mark as a layer.
  public var mark: Mark { .band(self) }

  /// From columns of equal length.
  public init(x: Column, low: Column, high: Column, series: Series? = nil) {
    self.x = x
    self.low = low
    self.high = high
    self.series = series
  }

  /// From arrays of equal length.
  public init<X: Plottable, Y: Plottable>(x: [X], low: [Y], high: [Y], series: Series? = nil) {
    self.init(x: X.column(x), low: Y.column(low), high: Y.column(high), series: series)
  }

  /// From rows, each channel read once.
  public init<Row, Y: Plottable>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, low: KeyPath<Row, Y>, high: KeyPath<Row, Y>,
    series: Series? = nil
  ) {
    let rows = Array(rows)
    self.init(
      x: rows.map { $0[keyPath: x] }, low: rows.map { $0[keyPath: low] }, high: rows.map { $0[keyPath: high] },
      series: series)
  }

  /// From rows with the name of the series in each.
  public init<Row, Y: Plottable>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, low: KeyPath<Row, Y>, high: KeyPath<Row, Y>,
    series: KeyPath<Row, String>
  ) {
    let rows = Array(rows)
    self.init(rows, x: x, low: low, high: high, series: .column(rows.map { $0[keyPath: series] }))
  }

  /// How the edges run between their points; straight by default.
  public func interpolationMethod(_ method: InterpolationMethod) -> Self { with { $0.interpolation = method } }
}
