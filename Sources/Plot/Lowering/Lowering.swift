/// What marks need to know while they are turned into shapes: the axes' kinds and bands, and the colours of series.
struct Lowering {
  let chart: Chart
  let x: ResolvedAxis
  let y: ResolvedAxis
  /// The bars that share each band, from left to right.
  let slots: BarSlots
  var colors = SeriesColors()
  var diagnostics: [Diagnostic] = []
  /// What the colours of cells and points mean, where they stand for numbers; that of the last mark that has any.
  var colorKey: ColorKey?
  /// What the sizes of points mean.
  var sizeKey: SizeKey?
  /// The shapes of points that stand for names.
  var symbols = SymbolKeys()
  /// Where the bars and areas that lie on each other begin and end.
  var stacks = StackedMarks()
  /// The colours of numbers that all panels of the figure share.
  let sharedColorScale: ColorScale?
  /// The colours of marks that are coloured by value.
  let colorScale: ColorScale?
  /// The edges of the bins that histograms of one rule share.
  var sharedEdges: [Histogram.Bins: [Double]] = [:]
  /// The place of the mark that is being lowered among the chart's.
  var markNumber = 0

  init(chart: Chart, x: ResolvedAxis, y: ResolvedAxis, sharedColorScale: ColorScale?) {
    self.chart = chart
    self.x = x
    self.y = y
    self.sharedColorScale = sharedColorScale
    slots = BarSlots(chart.marks)
    colorKey = ColorKey(of: chart)
    if let sharedColorScale { colorKey?.scale = sharedColorScale }
    colorScale = colorKey?.scale
  }

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
    return Self.rows(of: names).map { part($0.name, style, sample, rows: $0.rows) }
  }

  /// The rows of each name, in the order in which the names first appear.
  static func rows(of names: [String?]) -> [(name: String, rows: [Int])] {
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, name) in names.enumerated() {
      guard let name else { continue }
      if rows[name] == nil { order.append(name) }
      rows[name, default: []].append(row)
    }
    return order.map { ($0, rows[$0] ?? []) }
  }

  private mutating func part(_ name: String?, _ style: MarkStyle, _ sample: SeriesKey.Sample, rows: [Int]?) -> Part {
    var key = colors.key(for: name, sample: sample, style: style, palette: theme.palette.count)
    if let values = style.colorBy?.values.column.quantities, values.count == 1, let colorScale {
      key.paint.role = .fixed((style.colorBy?.scale ?? colorScale).color(for: values[0]))
    }
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
