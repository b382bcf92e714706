extension Mark {
  /// How many rows the mark has; `nil` for one that has none, such as a rule.
  var rowCount: Int? { lowered.channels.first?.column.count }

  /// The mark with some of its rows; one with another number of rows, or none, as it is.
  ///
  /// - Parameter count: How many rows the faceted data have.
  func limited(to rows: [Int], of count: Int) -> Mark {
    guard rowCount == count else { return self }
    var mark = lowered
    mark.keep(rows)
    return mark.mark
  }
}

extension Column {
  /// The values of these rows.
  func keeping(_ rows: [Int]) -> Column {
    switch self {
    case .numbers(let values): .numbers(values.selecting(rows))
    case .seconds(let values): .seconds(values.selecting(rows))
    case .categories(let values): .categories(values.selecting(rows))
    }
  }

  func mapTexts(_ transform: (String) -> String) -> Column {
    guard case .categories(let names) = self else { return self }
    return .categories(names.map { $0.map(transform) })
  }
}

extension Series {
  /// The names of these rows.
  func keeping(_ rows: [Int]) -> Series {
    guard case .column(let names) = self else { return self }
    return .column(names.selecting(rows))
  }

  func mapTexts(_ transform: (String) -> String) -> Series {
    switch self {
    case .named(let name): .named(transform(name))
    case .column(let names): .column(names.map { $0.map(transform) })
    }
  }

  var rowColumn: [(name: String, count: Int)] {
    if case .column(let names) = self { return [("series", names.count)] }
    return []
  }
}

extension Array {
  /// The elements at these places; a column that is too short keeps its own error about its length.
  func selecting(_ rows: [Int]) -> [Element] { rows.compactMap { indices.contains($0) ? self[$0] : nil } }
}
