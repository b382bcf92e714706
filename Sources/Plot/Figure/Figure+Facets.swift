extension Figure {
  /// One panel for each value of a column, in the order of first appearance.
  ///
  /// All panels share both scales and one legend above them; each is titled with its value, unless its chart has a title
  /// of its own. ``sharedX(_:)`` with `.none` and ``legend(_:)`` change that.
  ///
  /// ```swift
  /// let figure = try Figure.facets(rows, by: \.cell, columns: 3) { rows in
  ///   Chart { LineMark(rows, x: \.epoch, y: \.loss, series: \.split) }
  ///     .xAxis("Epoch")
  ///     .yAxis("Loss", scale: .log)
  /// }
  /// .title("Loss by cell")
  /// ```
  ///
  /// - Parameters:
  ///   - rows: The rows of all panels.
  ///   - value: What tells the panels apart.
  ///   - columns: How many panels stand in a row; by default as many as make the grid about square.
  ///   - panelWidth: The width of a panel, in points.
  ///   - panelHeight: The height of a panel, in points.
  ///   - chart: Makes the chart of some of the rows.
  public static func facets<Row, Value: Hashable>(
    _ rows: some Sequence<Row>, by value: KeyPath<Row, Value>, columns: Int? = nil,
    panelWidth: Double = 280, panelHeight: Double = 220, chart: ([Row]) throws -> Chart
  ) rethrows -> Figure {
    var order: [Value] = []
    var parts: [Value: [Row]] = [:]
    for row in rows {
      let value = row[keyPath: value]
      if parts[value] == nil { order.append(value) }
      parts[value, default: []].append(row)
    }
    let panels = try order.map { value in
      var panel = try chart(parts[value] ?? [])
      if panel.title == nil { panel.title = title(of: value) }
      return panel
    }
    return Figure(columns: columns) { panels }
      .panelSize(width: panelWidth, height: panelHeight).sharedX().sharedY().legend(.top)
  }

  /// A value as a reader would write it: without `Optional(…)`.
  private static func title<Value>(of value: Value) -> String {
    guard let optional = value as? any OptionalValue else { return "\(value)" }
    return optional.text ?? "missing"
  }
}

/// An optional of any type.
private protocol OptionalValue { var text: String? { get } }

extension Optional: OptionalValue {
  fileprivate var text: String? { map { "\($0)" } }
}

extension Chart {
  /// A figure with one panel for each series, in the order of first appearance.
  ///
  /// Marks without a series, such as rules, stand in every panel. The panels share both scales, each is titled with its
  /// series' name, and the series keep the colours that they have in this chart. Title, subtitle and caption become the
  /// figure's. A chart without named series becomes the only panel.
  ///
  /// - Parameters:
  ///   - columns: How many panels stand in a row; by default as many as make the grid about square.
  ///   - panelWidth: The width of a panel, in points.
  ///   - panelHeight: The height of a panel, in points.
  public func facetedBySeries(
    columns: Int? = nil, panelWidth: Double = 280, panelHeight: Double = 220
  ) -> Figure {
    let names = seriesNames
    var panel = self
    panel.subtitle = nil
    panel.caption = nil
    panel.title = nil
    let panels = names.map { name in
      var part = panel
      part.title = name
      part.marks = marks.compactMap { $0.limited(to: name) }
      return part
    }
    return Figure(title, columns: columns) { panels.isEmpty ? [panel] : panels }
      .subtitle(subtitle).caption(caption).panelSize(width: panelWidth, height: panelHeight).sharedX().sharedY()
      .legend(.hidden)
  }

  private var seriesNames: [String] {
    var seen: Set<String> = []
    return marks.flatMap { mark -> [String?] in
      switch mark.series {
      case .named(let name): [name]
      case .column(let names): names
      case nil: []
      }
    }.compactMap { $0 }.filter { seen.insert($0).inserted }
  }
}

extension Mark {
  /// What tells the mark's series apart, for marks that have series.
  fileprivate var series: Series? { (lowered as? any SeriesMark)?.series }

  /// The mark with the rows of one series only; `nil` for a mark of another series.
  fileprivate func limited(to name: String) -> Mark? {
    guard var mark = lowered as? any SeriesMark, let series = mark.series else { return self }
    switch series {
    case .named(let own): return own == name ? self : nil
    case .column(let names):
      guard names.contains(name) else { return nil }
      // Rows without a series are left out.
      mark.series = .column(names.map { $0 == name ? name : nil })
      return mark.mark
    }
  }
}
