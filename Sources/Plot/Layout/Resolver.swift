/// Reads a chart's columns and decides series, scales and domains.
struct Resolver {
  private let chart: Chart
  private var result = ResolvedChart()
  private var colours = SeriesColours()

  /// - Throws: ``PlotError`` for columns that do not fit each other or their axis.
  static func resolve(_ chart: Chart) throws -> ResolvedChart {
    var resolver = Resolver(chart: chart)
    try resolver.run()
    return resolver.result
  }

  private init(chart: Chart) { self.chart = chart }

  private mutating func run() throws {
    try checkColumns()
    try decideKinds()
    for mark in chart.marks { try add(mark) }
    result.series = colours.legend
    result.x.domain = domain(of: .x)
    result.y.domain = domain(of: .y)
    result.y.mayBeNice = chart.y.domain == nil
    result.x.mayBeNice =
      chart.x.domain == nil && result.layers.contains { if case .points = $0 { true } else { false } }
      && !result.layers.contains { if case .lines = $0 { true } else { false } }
    countWhatCannotBeShown()
  }

  // MARK: Checks

  private var positioned: [(name: String, mark: any PositionedMark)] {
    chart.marks.compactMap { mark in
      switch mark {
      case .line(let mark): ("LineMark", mark)
      case .bar(let mark): ("BarMark", mark)
      case .point(let mark): ("PointMark", mark)
      case .rule: nil
      }
    }
  }

  private func checkColumns() throws {
    for (name, mark) in positioned {
      guard mark.x.count == mark.y.count else {
        throw PlotError(
          .unequalColumns,
          "\(name) has \(mark.x.count) values of x and \(mark.y.count) of y; give it one of each for every row.")
      }
      if case .column(let names) = mark.series, names.count != mark.x.count {
        throw PlotError(
          .unequalColumns,
          "\(name) has \(mark.x.count) values of x and \(names.count) series names; give it one of each for every row.")
      }
      guard case .numbers = mark.y else {
        throw PlotError(.unsuitableColumn, "\(name) has names on y; y takes numbers. Put the names on x.")
      }
    }
  }

  private mutating func decideKinds() throws {
    let hasNames = positioned.contains { if case .categories = $0.mark.x { true } else { false } }
    let hasBars = chart.marks.contains { if case .bar = $0 { true } else { false } }
    if (hasNames || hasBars) && (chart.x.scale == .linear || chart.x.scale == .log) {
      throw PlotError(
        .unsuitableColumn,
        "The x axis is \(chart.x.scale.rawValue), but \(hasNames ? "a mark has names on x" : "bars stand on bands"); "
          + "use the scale .automatic or .band.")
    }
    if chart.y.scale == .band {
      throw PlotError(.unsuitableColumn, "The y axis cannot be a band scale; use .linear or .log.")
    }
    result.y.kind = chart.y.scale == .log ? .log : .linear
    result.x.kind = hasNames || hasBars || chart.x.scale == .band ? .band : chart.x.scale == .log ? .log : .linear
    if result.x.kind == .band { result.x.bands = Bands.names(of: positioned.map(\.mark.x)) }
  }

  // MARK: Layers

  private mutating func add(_ mark: Mark) throws {
    switch mark {
    case .rule(let rule): result.layers.append(.rule(rule))
    case .line(let line):
      let parts = split(line, as: .line)
      result.layers.append(
        .lines(parts.map { LineSeries(name: $0.name, paint: $0.paint, dash: $0.dash, x: $0.x, y: $0.y) }, line.style))
    case .point(let point):
      let parts = split(point, as: .point)
      result.layers.append(
        .points(parts.map { PointSeries(name: $0.name, paint: $0.paint, x: $0.x, y: $0.y) }, point.style))
    case .bar(let bar):
      let bands = result.x.bands.count
      let parts = split(bar, as: .bar).map { part in
        BarSeries(name: part.name, paint: part.paint, heights: Self.means(part.y, at: part.x, bands: bands))
      }
      addBars(parts, bar.style)
    }
  }

  /// Bars of several marks stand side by side like those of one, unless they differ in style.
  private mutating func addBars(_ bars: [BarSeries], _ style: MarkStyle) {
    for (number, layer) in result.layers.enumerated() {
      if case .bars(let others, style) = layer {
        result.layers[number] = .bars(others + bars, style)
        return
      }
    }
    result.layers.append(.bars(bars, style))
  }

  private struct Part {
    var name: String?
    var paint: Paint
    var dash: [Double]
    var x: [Double] = []
    var y: [Double] = []
  }

  /// The mark's rows, one part a series, in the order in which the series first appear.
  private mutating func split(_ mark: some PositionedMark, as symbol: SeriesKey.Symbol) -> [Part] {
    let x = positions(mark.x)
    guard case .numbers(let y) = mark.y else { return [] }
    guard case .column(let names) = mark.series else {
      var name: String?
      if case .named(let given) = mark.series { name = given }
      var part = part(name, mark.style, symbol)
      (part.x, part.y) = (x, y)
      return [part]
    }
    var parts: [Part] = []
    var numbers: [String: Int] = [:]
    for (row, name) in names.enumerated() {
      guard let name else { continue }
      let number = numbers[name, default: parts.count]
      if number == parts.count {
        numbers[name] = number
        parts.append(part(name, mark.style, symbol))
      }
      parts[number].x.append(x[row])
      parts[number].y.append(y[row])
    }
    return parts
  }

  private mutating func part(_ name: String?, _ style: MarkStyle, _ symbol: SeriesKey.Symbol) -> Part {
    let key = colours.key(for: name, symbol: symbol, style: style, palette: chart.theme.palette.count)
    return Part(name: name, paint: key.paint, dash: style.dash ?? key.dash)
  }

  private func positions(_ column: Column) -> [Double] {
    guard result.x.kind == .band else {
      if case .numbers(let values) = column { return values }
      return []
    }
    return Bands.positions(of: column, in: result.x.bands)
  }

  private static func means(_ values: [Double], at positions: [Double], bands: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: bands)
    var counts = [Double](repeating: 0, count: bands)
    for (value, position) in zip(values, positions) where value.isFinite && position.isFinite {
      sums[Int(position)] += value
      counts[Int(position)] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : .nan }
  }

  // MARK: Domains

  private enum Channel { case x, y }

  private mutating func domain(of channel: Channel) -> ClosedRange<Double> {
    let spec = channel == .x ? chart.x : chart.y
    let kind = channel == .x ? result.x.kind : result.y.kind
    if kind == .band { return 0...Double(max(result.x.bands.count, 1)) }
    if let fixed = spec.domain, let usable = usable(fixed, kind: kind, channel: channel) { return usable }
    var extent = Extent(positiveOnly: kind == .log)
    for layer in result.layers { extent.add(layer, isX: channel == .x) }
    if kind == .linear && spec.includesZero == true { extent.add(0) }
    if channel == .x { result.x.isWhole = extent.isWhole }
    return extent.domain
  }

  private mutating func usable(
    _ domain: ClosedRange<Double>, kind: ResolvedAxis.Kind, channel: Channel
  ) -> ClosedRange<Double>? {
    if domain.lowerBound.isFinite && domain.upperBound.isFinite && domain.lowerBound < domain.upperBound
      && (kind != .log || domain.lowerBound > 0)
    {
      return domain
    }
    result.diagnostics.append(
      Diagnostic(
        "The domain \(domain) of the \(channel) axis cannot be shown on a \(kind) scale; the data's is used instead."))
    return nil
  }

  private mutating func countWhatCannotBeShown() {
    var missing = 0
    var notPositive = 0
    for layer in result.layers {
      guard let columns = layer.columns else { continue }
      for (x, y) in columns {
        for (xValue, yValue) in zip(x, y) {
          if !xValue.isFinite || !yValue.isFinite {
            missing += 1
          } else if (result.y.kind == .log && yValue <= 0) || (result.x.kind == .log && xValue <= 0) {
            notPositive += 1
          }
        }
      }
    }
    if missing > 0 { result.diagnostics.append(Diagnostic("\(missing) missing or infinite values are not drawn.")) }
    if notPositive > 0 {
      result.diagnostics.append(
        Diagnostic("\(notPositive) values that are not positive cannot be shown on a logarithmic axis."))
    }
  }
}

extension Layer {
  /// The places of lines and points, one pair of columns a series.
  fileprivate var columns: [([Double], [Double])]? {
    switch self {
    case .lines(let series, _): series.map { ($0.x, $0.y) }
    case .points(let series, _): series.map { ($0.x, $0.y) }
    case .bars, .rule: nil
    }
  }
}
