/// A mark whose rows can be told apart by a column of the same length.
protocol FacetedMark: MarkContent {
  /// Leaves only these rows of every column.
  mutating func keep(_ rows: [Int])
}

extension Mark {
  /// How many rows the mark has; `nil` for one that has none, such as a rule.
  var rowCount: Int? { lowered.channels.first?.column.count }

  /// The mark with some of its rows; one with another number of rows, or none, as it is.
  ///
  /// - Parameter count: How many rows the faceted data have.
  func limited(to rows: [Int], of count: Int) throws -> Mark {
    guard rowCount == count else { return self }
    guard var mark = lowered as? any FacetedMark else {
      throw PlotError(.unsuitableColumn, "\(name) cannot be divided into facets; leave it out of the faceted chart.")
    }
    mark.keep(rows)
    return mark.mark
  }
}

extension Column {
  func keeping(_ rows: [Int]) -> Column {
    switch self {
    case .numbers(let values): .numbers(values.selecting(rows))
    case .seconds(let values): .seconds(values.selecting(rows))
    case .categories(let values): .categories(values.selecting(rows))
    }
  }
}

extension Series {
  fileprivate func keeping(_ rows: [Int]) -> Series {
    guard case .column(let names) = self else { return self }
    return .column(names.selecting(rows))
  }
}

extension Array {
  /// The elements at these places; a column that is too short keeps its own error about its length.
  fileprivate func selecting(_ rows: [Int]) -> [Element] { rows.compactMap { indices.contains($0) ? self[$0] : nil } }
}

extension PositionedMark {
  fileprivate mutating func keepPlaces(_ rows: [Int]) {
    x = x.keeping(rows)
    y = y.keeping(rows)
    series = series?.keeping(rows)
  }
}

extension LineMark: FacetedMark { mutating func keep(_ rows: [Int]) { keepPlaces(rows) } }
extension BarMark: FacetedMark { mutating func keep(_ rows: [Int]) { keepPlaces(rows) } }
extension AreaMark: FacetedMark { mutating func keep(_ rows: [Int]) { keepPlaces(rows) } }
extension BoxMark: FacetedMark { mutating func keep(_ rows: [Int]) { keepPlaces(rows) } }

extension PointMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    keepPlaces(rows)
    size = size?.keeping(rows)
  }
}

extension TextMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    keepPlaces(rows)
    text = text.selecting(rows)
  }
}

extension BandMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    x = x.keeping(rows)
    low = low.keeping(rows)
    high = high.keeping(rows)
    series = series?.keeping(rows)
  }
}

extension RugMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    x = x?.keeping(rows)
    y = y?.keeping(rows)
    series = series?.keeping(rows)
  }
}

extension DensityMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    x = x.keeping(rows)
    series = series?.keeping(rows)
  }
}

extension HistogramMark: FacetedMark {
  /// All facets have the bins of all rows, so that their heights can be compared.
  mutating func keep(_ rows: [Int]) {
    if let values = x.quantities, let all = Histogram(values, bins: bins) { bins = .edges(all.edges) }
    x = x.keeping(rows)
    series = series?.keeping(rows)
  }
}

extension HeatmapMark: FacetedMark {
  mutating func keep(_ rows: [Int]) {
    x = x.keeping(rows)
    y = y.keeping(rows)
    value = value.keeping(rows)
    text = text?.selecting(rows)
  }
}
