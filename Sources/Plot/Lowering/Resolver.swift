/// Reads a chart's columns, decides scales and domains, and turns the marks into shapes.
enum Resolver {
  /// - Parameter sharing: The colours and bands that the other panels of its figure have.
  /// - Throws: ``PlotError`` for columns that do not fit each other or their axis.
  static func resolve(_ chart: Chart, sharing: SharedKeys = SharedKeys()) throws -> ResolvedChart {
    for (number, mark) in chart.marks.enumerated() {
      try inErrors(number, chart) { try MarkCheck(mark).run() }
    }
    var result = ResolvedChart()
    result.x = try axis(.x, of: chart, bands: sharing.xBands)
    result.y = try axis(.y, of: chart, bands: sharing.yBands)
    var lowering = Lowering(chart: chart, x: result.x, y: result.y, sharedColorScale: sharing.colorScale)
    lowering.colors = SeriesColors(known: sharing.series)
    lowering.colors.distinguishesByShape = chart.theme.distinguishesByShape
    for (number, mark) in chart.marks.enumerated() {
      lowering.markNumber = number
      var layers = try inErrors(number, chart) { try mark.lowered.lower(in: &lowering) }
      if let last = layers.indices.last {
        layers[last].annotation = layers[last].annotation ?? annotation(mark, layers)
      }
      result.layers += layers
    }
    result.series = lowering.colors.legend
    result.diagnostics = lowering.diagnostics
    result.colorKey = lowering.colorKey
    result.sizeKey = lowering.sizeKey
    result.symbolKeys = lowering.symbols.keys
    result.explainCounts(chart)
    decideDomain(.x, of: chart, in: &result)
    decideDomain(.y, of: chart, in: &result)
    result.diagnostics += unusableIntervals(chart)
    countWhatCannotBeShown(in: &result)
    return result
  }

  // MARK: Checks

  /// Runs the closure and says in its errors which of the chart's marks they are about, where there are several.
  private static func inErrors<Result>(_ number: Int, _ chart: Chart, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PlotError where chart.marks.count > 1 {
      let series = (chart.marks[number].lowered as? any SeriesMark)?.series
      let name = if case .named(let name) = series { ", “\(name.withoutControlCharacters)”" } else { "" }
      throw PlotError(error.code, "Mark \(number + 1) of \(chart.marks.count)\(name): \(error.message)")
    }
  }

  /// Slips such as `.ci(95)`, which would otherwise be an interval that nobody sees.
  private static func unusableIntervals(_ chart: Chart) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return chart.marks.compactMap { mark in
      guard let summarised = mark.lowered as? any AggregatedMark, let interval = summarised.aggregation?.interval,
        !interval.isUsable
      else { return nil }
      return Diagnostic(
        "The interval \(interval) of \(mark.name) is left out; ci and pi take a level between 0 and 1, sd and se a factor "
          + "above 0.")
    }.filter { seen.insert($0).inserted }
  }

  // MARK: Axes

  private static func axis(_ name: AxisName, of chart: Chart, bands: [String]?) throws -> ResolvedAxis {
    let scale = (name == .x ? chart.x : chart.y).scale
    let columns = chart.marks.flatMap { $0.lowered.channels }.filter { $0.axis == name }.map(\.column)
    let hasNames = columns.contains { if case .categories = $0 { true } else { false } }
    let needsBands = chart.marks.first { $0.lowered.bandAxes.contains(name) }
    if (hasNames || needsBands != nil) && ![.automatic, .band, .point].contains(scale) {
      let reason = needsBands.map { "\($0.name) stands on bands" } ?? "a mark has names on it"
      throw PlotError(
        .unsuitableColumn,
        "The \(name.rawValue) axis is \(scale.rawValue), but \(reason); use the scale .automatic or .band.")
    }
    var axis = ResolvedAxis()
    axis.kind = kind(scale, hasNames: hasNames || needsBands != nil, isTime: columns.contains(where: \.isTime))
    if axis.hasBands {
      axis.bands = bands ?? Bands.names(of: columns)
      axis.bandLabels = Bands.labels(of: columns, spec: name == .x ? chart.x : chart.y)
    }
    return axis
  }

  private static func kind(_ scale: AxisSpec.Scale, hasNames: Bool, isTime: Bool) -> ResolvedAxis.Kind {
    switch scale {
    case .automatic: hasNames ? .band : isTime ? .time : .linear
    case .linear: .linear
    case .log: .log
    case .symlog: .symlog
    case .squareRoot: .squareRoot
    case .time: .time
    case .band: .band
    case .point: .point
    }
  }

  private static func decideDomain(_ name: AxisName, of chart: Chart, in result: inout ResolvedChart) {
    let spec = name == .x ? chart.x : chart.y
    var axis = name == .x ? result.x : result.y
    defer { if name == .x { result.x = axis } else { result.y = axis } }
    if axis.hasBands {
      axis.domain = 0...Double(max(axis.bands.count, 1))
      return
    }
    var extent = Extent(positiveOnly: axis.kind == .log, isTime: axis.kind == .time)
    for shape in result.layers.lazy.flatMap(\.shapes) {
      if name == .x { extent.addX(shape) } else { extent.addY(shape) }
    }
    if axis.kind != .log && axis.kind != .time && spec.includesZero == true { extent.add(0) }
    axis.isWhole = extent.isWhole
    axis.domain = extent.domain
    axis.hasNoValues = extent.isEmpty && spec.domain == nil && spec.values == nil
    // Training curves fill the width from the first to the last step; everything else ends at round numbers.
    axis.mayBeNice = name == .y || !result.layers.contains { $0.shapes.contains(where: \.isLineOrArea) }
    guard let fixed = spec.domain else {
      if spec.padding == nil { EdgeRoom(name, chart, result.layers).extend(&axis) }
      return
    }
    if isUsable(fixed, axis.kind) {
      axis.domain = fixed
      axis.mayBeNice = false
    } else {
      result.diagnostics.append(
        Diagnostic(
          "The domain \(fixed) of the \(name) axis cannot be shown on a \(axis.kind) scale; the data's is used."))
    }
  }

  private static func isUsable(_ domain: ClosedRange<Double>, _ kind: ResolvedAxis.Kind) -> Bool {
    domain.lowerBound.isFinite && domain.upperBound.isFinite && domain.lowerBound < domain.upperBound
      && (kind != .log || domain.lowerBound > 0)
  }

  // MARK: Texts

  /// The mark's own annotation, at the first place that can be shown.
  private static func annotation(_ mark: Mark, _ layers: [Layer]) -> Annotation? {
    guard let text = mark.lowered.style.annotation else { return nil }
    return layers.lazy.flatMap(\.shapes).compactMap(\.firstPlace).first.map {
      Annotation(text: text, anchor: .point($0))
    }
  }

  private static func countWhatCannotBeShown(in result: inout ResolvedChart) {
    var missing = 0
    var notPositive = 0
    let (isXLog, isYLog) = (result.x.kind == .log, result.y.kind == .log)
    let shapes = result.layers.lazy.flatMap(\.shapes).filter { !$0.canBeShown(isXLog, isYLog) }
    for (x, y) in shapes.compactMap(\.columns) {
      for (xValue, yValue) in zip(x, y) {
        if !xValue.isFinite || !yValue.isFinite {
          missing += 1
        } else if (isYLog && yValue <= 0) || (isXLog && xValue <= 0) {
          notPositive += 1
        }
      }
    }
    if missing > 0 {
      result.diagnostics.append(
        Diagnostic(
          missing == 1
            ? "1 value is missing or infinite and not drawn."
            : "\(missing) values are missing or infinite and not drawn."))
    }
    if notPositive > 0 {
      let values = notPositive == 1 ? "1 value is" : "\(notPositive) values are"
      result.diagnostics.append(Diagnostic("\(values) not positive and cannot be shown on a logarithmic axis."))
    }
  }
}

extension Shape {
  fileprivate var isLineOrArea: Bool {
    switch self {
    case .line, .area: true
    default: false
    }
  }

  /// Whether it is known of a line that all of it can be shown.
  fileprivate func canBeShown(_ isXLog: Bool, _ isYLog: Bool) -> Bool {
    guard case .line(let line) = self, line.xSummary.isFinite, line.ySummary.isFinite else { return false }
    return (!isXLog || line.xSummary.low > 0) && (!isYLog || line.ySummary.low > 0)
  }

  /// The places of lines and points.
  fileprivate var columns: ([Double], [Double])? {
    switch self {
    case .line(let line): (line.x, line.y)
    case .points(let cloud): (cloud.x, cloud.y)
    default: nil
    }
  }

  /// Where an annotation of the mark points to.
  fileprivate var firstPlace: DataPoint? {
    switch self {
    case .line(let line):
      line.y.indices.last { line.y[$0].isFinite && line.x[$0].isFinite }.map { DataPoint(line.x[$0], line.y[$0]) }
    case .points(let cloud):
      cloud.y.indices.first { cloud.y[$0].isFinite && cloud.x[$0].isFinite }.map { DataPoint(cloud.x[$0], cloud.y[$0]) }
    case .area(let area):
      area.high.indices.last { area.high[$0].isFinite && area.x[$0].isFinite }.map {
        DataPoint(area.x[$0], area.high[$0])
      }
    case .rectangles(let rectangles, _): rectangles.first.map { DataPoint(($0.x0 + $0.x1) / 2, max($0.y0, $0.y1)) }
    case .segments(let segments, _): segments.first?.end
    case .texts(let texts): texts.first?.place
    case .ticks: nil
    }
  }
}
