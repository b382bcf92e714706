extension Chart {
  /// A figure with one panel for each value of a column of the rows that the marks were made from.
  ///
  /// ```swift
  /// let figure = try Chart("Loss by cell") {
  ///   LineMark(rows, x: \.epoch, y: \.loss, series: \.split)
  ///   RuleMark(y: 0.5).annotation("target")
  /// }
  /// .faceted(rows, by: \.cell, columns: 3)
  /// ```
  ///
  /// A mark with one row for each of these rows is divided among the panels. Every other mark (a rule, a range, a curve
  /// with rows of its own) is context, and stands in all of them, as in Observable Plot. Panels are in the order in which
  /// names first appear, or of ascending numbers; rows without a value get a panel of their own, the last. Panels share both
  /// axes, the colours of series and of numbers, and one legend or colour bar. Title, subtitle, caption and description
  /// become the figure's. Divided histograms have the bins of all rows.
  ///
  /// - Parameters:
  ///   - rows: The rows that the marks were made from, in the same order.
  ///   - value: What tells the panels apart.
  ///   - label: What the values are, for panel titles such as `cell = GRU`; the values alone by default.
  ///   - columns: How many panels stand in a row; by default as many as make the grid about square.
  ///   - scales: Which axes the panels share.
  ///   - panelWidth: The width of a panel, in points.
  ///   - panelHeight: The height of a panel, in points.
  /// - Throws: ``PlotError/Code/unequalColumns`` when no mark has as many rows, and ``PlotError/Code/unsuitableColumn`` for
  ///   more than 400 panels.
  public func faceted<Row, Value: Plottable>(
    _ rows: some Sequence<Row>, by value: KeyPath<Row, Value>, label: String? = nil, columns: Int? = nil,
    scales: FacetScales = .shared, panelWidth: Double = 280, panelHeight: Double = 220
  ) throws -> Figure {
    try faceted(
      by: Value.column(rows.map { $0[keyPath: value] }), label: label, columns: columns, scales: scales,
      panelWidth: panelWidth, panelHeight: panelHeight)
  }

  /// A figure with one panel for each value of a column, which has one value for each row of the marks; see
  /// ``faceted(_:by:label:columns:scales:panelWidth:panelHeight:)``.
  public func faceted(
    by column: Column, label: String? = nil, columns: Int? = nil, scales: FacetScales = .shared,
    panelWidth: Double = 280, panelHeight: Double = 220
  ) throws -> Figure {
    let facets = FacetColumn(column)
    let panels = try panels(FacetColumn(rowCount: column.count), facets) { facets.title($1, label: label) }
    return figure(panels, columns: columns, scales).panelSize(width: panelWidth, height: panelHeight)
  }

  /// A figure with a row of panels for each value of one column and a column of panels for each value of another.
  ///
  /// The names of the columns stand over the first row, those of the rows on the right. A pair of values without rows is
  /// an empty panel. Everything else is as in ``faceted(_:by:label:columns:scales:panelWidth:panelHeight:)``.
  ///
  /// - Parameters:
  ///   - rows: The rows that the marks were made from, in the same order.
  ///   - row: What tells the rows of panels apart.
  ///   - column: What tells the columns of panels apart.
  ///   - scales: Which axes the panels share.
  ///   - panelWidth: The width of a panel, in points.
  ///   - panelHeight: The height of a panel, in points.
  /// - Throws: As for one column.
  public func faceted<Row, RowValue: Plottable, ColumnValue: Plottable>(
    _ rows: some Sequence<Row>, row: KeyPath<Row, RowValue>, column: KeyPath<Row, ColumnValue>,
    scales: FacetScales = .shared, panelWidth: Double = 240, panelHeight: Double = 190
  ) throws -> Figure {
    let rows = Array(rows)
    return try faceted(
      row: RowValue.column(rows.map { $0[keyPath: row] }), column: ColumnValue.column(rows.map { $0[keyPath: column] }),
      scales: scales, panelWidth: panelWidth, panelHeight: panelHeight)
  }

  /// A figure with a row of panels for each value of one column and a column of panels for each value of another, each
  /// with one value for each row of the marks.
  public func faceted(
    row: Column, column: Column, scales: FacetScales = .shared, panelWidth: Double = 240, panelHeight: Double = 190
  ) throws -> Figure {
    let (rows, columns) = (FacetColumn(row), FacetColumn(column))
    guard row.count == column.count else {
      throw PlotError(
        .unequalColumns,
        "The facets have \(row.count) values for rows and \(column.count) for columns; give one of each for every row.")
    }
    let panels = try panels(rows, columns) { $0 == 0 ? columns.title($1, label: nil) : nil }
    var figure = figure(panels, columns: columns.values.count, scales)
    figure.rowTitles = rows.values
    return figure.panelSize(width: panelWidth, height: panelHeight)
  }

  // MARK: Parts

  /// Whether the panels will have a colour bar, which stands on the right, instead of a legend.
  private var hasColorOfNumbers: Bool { marks.contains { if case .heatmap = $0 { true } else { false } } }

  /// The most panels that a figure of facets may have: a column of measurements is no column of facets.
  private static let mostFacets = 400

  private func panels(
    _ rows: FacetColumn, _ columns: FacetColumn, title: (_ row: Int, _ column: Int) -> String?
  ) throws -> [Chart] {
    let count = columns.positions.count
    guard rows.values.count * columns.values.count <= Self.mostFacets else {
      throw PlotError(
        .unsuitableColumn,
        "There are \(rows.values.count * columns.values.count) facets; group the values into \(Self.mostFacets) at most."
      )
    }
    try checkRowCounts(count)
    var cells = Array(repeating: [Int](), count: rows.values.count * columns.values.count)
    for row in 0..<count { cells[rows.positions[row] * columns.values.count + columns.positions[row]].append(row) }
    return cells.enumerated().map { number, cell in
      var panel = self
      (panel.subtitle, panel.caption, panel.alternativeText) = (nil, nil, nil)
      panel.title = title(number / columns.values.count, number % columns.values.count)
      panel.marks = marks.map { $0.limited(to: cell, of: count) }
      return panel
    }
  }

  /// - Throws: When nothing would be divided.
  private func checkRowCounts(_ count: Int) throws {
    let withRows = marks.filter { $0.rowCount != nil }
    guard !withRows.isEmpty, !withRows.contains(where: { $0.rowCount == count }) else { return }
    let counts = withRows.map { "\($0.name) has \($0.rowCount ?? 0) rows" }.joined(separator: ", ")
    throw PlotError(
      .unequalColumns,
      "The facets have \(count) values, but \(counts); facet by a column of the rows that the marks were made from.")
  }

  private func figure(_ panels: [Chart], columns: Int?, _ scales: FacetScales) -> Figure {
    var figure = Figure(title, columns: columns) { panels }
      .subtitle(subtitle).caption(caption).sharedX(scales.x).sharedY(scales.y).sharedColor().legend(
        hasColorOfNumbers ? .automatic : .top)
    figure.alternativeText = alternativeText
    return figure
  }
}
