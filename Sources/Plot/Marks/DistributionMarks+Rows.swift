extension HistogramMark {
  /// From rows, read once.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, series: Series? = nil,
    bins: Histogram.Bins = .automatic, normalization: Histogram.Normalization = .count
  ) {
    self.init(rows.map { $0[keyPath: x] }, series: series, bins: bins, normalization: normalization)
  }

  /// From rows with the name of the series in each.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, series: KeyPath<Row, String>,
    bins: Histogram.Bins = .automatic, normalization: Histogram.Normalization = .count
  ) {
    let rows = Array(rows)
    let names = Series.column(rows.map { $0[keyPath: series] })
    self.init(rows, x: x, series: names, bins: bins, normalization: normalization)
  }
}

extension DensityMark {
  /// From rows, read once.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, series: Series? = nil,
    bandwidth: Density.Bandwidth = .scott
  ) {
    self.init(rows.map { $0[keyPath: x] }, series: series, bandwidth: bandwidth)
  }

  /// From rows with the name of the series in each.
  public init<Row>(
    _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, series: KeyPath<Row, String>,
    bandwidth: Density.Bandwidth = .scott
  ) {
    let rows = Array(rows)
    self.init(rows, x: x, series: .column(rows.map { $0[keyPath: series] }), bandwidth: bandwidth)
  }
}

extension RugMark {
  /// From rows, read once, along the x axis.
  public init<Row>(_ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, series: Series? = nil) {
    self.init(x: rows.map { $0[keyPath: x] }, series: series)
  }

  /// From rows, read once, along the y axis.
  public init<Row>(_ rows: some Sequence<Row>, y: KeyPath<Row, some Plottable>, series: Series? = nil) {
    self.init(y: rows.map { $0[keyPath: y] }, series: series)
  }
}
