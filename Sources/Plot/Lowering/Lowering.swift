/// What marks need to know while they are turned into shapes: the axes' kinds and bands, and the colours of series.
struct Lowering {
  let chart: Chart
  let x: ResolvedAxis
  let y: ResolvedAxis
  /// The bars that share each band, from left to right.
  let slots: BarSlots
  var colours = SeriesColours()
  var diagnostics: [Diagnostic] = []
  /// What the colours of cells and points mean, where they stand for numbers; that of the last mark that has any.
  var colorKey: ColorKey?
  /// The colours of numbers that all panels of the figure share.
  var sharedColorScale: ColorScale?

  var theme: Theme { chart.theme }

  /// A column's values as numbers: quantities as they are, names as the positions of their bands.
  func positions(_ column: Column, on axis: AxisName) -> [Double] {
    let resolved = axis == .x ? x : y
    if resolved.hasBands { return Bands.positions(of: column, in: resolved.bands) }
    if let values = column.quantities { return values }
    return [Double](repeating: .nan, count: column.count)
  }

  /// Part of a mark's rows, and how they look.
  struct Part {
    var name: String?
    var key: SeriesKey
    /// The rows of the series; `nil` for all rows.
    var rows: [Int]?

    func select(_ values: [Double]) -> [Double] { rows.map { $0.map { values[$0] } } ?? values }
  }

  /// The rows of each series, in the order in which the series first appear.
  mutating func parts(_ series: Series?, _ style: MarkStyle, sample: SeriesKey.Sample) -> [Part] {
    guard case .column(let names) = series else {
      var name: String?
      if case .named(let given) = series { name = given }
      return [part(name, style, sample, rows: nil)]
    }
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, name) in names.enumerated() {
      guard let name else { continue }
      if rows[name] == nil { order.append(name) }
      rows[name, default: []].append(row)
    }
    return order.map { part($0, style, sample, rows: rows[$0]) }
  }

  private mutating func part(_ name: String?, _ style: MarkStyle, _ sample: SeriesKey.Sample, rows: [Int]?) -> Part {
    var key = colours.key(for: name, sample: sample, style: style, palette: theme.palette.count)
    key.paint.opacity *= min(max(style.opacity ?? 1, 0), 1)
    if let dash = style.dash { key.dash = dash }
    return Part(name: name, key: key, rows: rows)
  }

  /// `line: train`.
  static func role(_ kind: String, _ name: String?) -> String { name.map { "\(kind): \($0)" } ?? kind }
}

extension MarkStyle {
  /// The stroke of a line of this style.
  func stroke(_ key: SeriesKey, theme: Theme) -> Stroke {
    Stroke(key.paint, width: lineWidth ?? theme.lineWidth, dash: key.dash, cap: key.dash.isEmpty ? .round : .butt)
  }
}
