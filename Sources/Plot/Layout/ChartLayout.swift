/// Turns a chart into a scene: resolves its data, measures its text, finds each part's place and draws it there.
enum ChartLayout {
  /// - Throws: ``PlotError`` for columns or sizes that cannot be drawn, or when no font is installed.
  static func scene(_ chart: Chart, fonts: FontLibrary) throws -> Scene {
    try checkSize(chart)
    let setter = TextSetter(theme: chart.theme, fonts: fonts)
    return try panel(chart, try Resolver.resolve(chart), setter: setter, margins: Margins()).scene
  }

  /// A chart whose data are resolved, and the box of its plot.
  ///
  /// - Parameter margins: The least space around the plot.
  static func panel(
    _ chart: Chart, _ resolved: ResolvedChart, setter: TextSetter, margins: Margins
  ) throws -> (scene: Scene, plot: Rect) {
    var resolved = resolved
    let header = HeaderLayout(chart: chart, setter: setter)
    let (headerNodes, top) = try header.header()
    let (captionNodes, bottom) = try header.caption()
    let endLabels = try EndLabels(resolved, chart: chart, setter: setter)
    let legend = try topLegend(chart, resolved, hasEndLabels: endLabels != nil, setter: setter)
    let colorBar = chart.legend == .hidden ? nil : resolved.colorKey.map { ColorBar(key: $0, setter: setter) }
    let frame = try FrameLayout(chart: chart, resolved: resolved, setter: setter, margins: margins).frame(
      Surroundings(
        top: top, bottom: bottom, topLegend: (legend?.height ?? 0) + (colorBar?.height ?? 0),
        right: try endLabels?.width ?? 0))

    var nodes = headerNodes
    if let legend { nodes.append(try legend.node(left: frame.left, top: frame.legendTop)) }
    if let colorBar {
      nodes.append(try colorBar.node(left: frame.left, top: frame.legendTop + (legend?.height ?? 0)))
    }
    nodes += try data(resolved, frame, AxisDrawing(chart: chart, resolved: resolved, frame: frame, setter: setter))
    if let endLabels { nodes.append(try endLabels.node(in: frame)) }
    nodes += captionNodes
    resolved.diagnostics += missingGlyphs(nodes)
    let scene = Scene(
      width: chart.widthInPoints, height: chart.heightInPoints, theme: chart.theme,
      title: (chart.title ?? "Chart").withoutControlCharacters,
      alternativeText: (chart.alternativeText ?? AltText.describe(chart, resolved)).withoutControlCharacters,
      nodes: nodes, diagnostics: resolved.diagnostics)
    return (scene, frame.plot)
  }

  private static func data(
    _ resolved: ResolvedChart, _ frame: ChartFrame, _ axes: AxisDrawing
  ) throws -> [Node] {
    let drawing = ShapeDrawing(frame: frame, setter: axes.setter)
    let marks = try resolved.layers.map { Node.group(Group($0.role, try $0.shapes.flatMap(drawing.nodes))) }
    var annotations = AnnotationDrawing(frame: frame, setter: axes.setter, layers: resolved.layers)
    // Round line ends and dots at the edge of the domain stay whole.
    let clip = frame.plot.insetBy(-4)
    let data = Node.group(Group("marks", clip: clip, marks))
    let baseline = axes.baseline().map { [$0] } ?? []
    // Bars stand on the base line; lines and points pass in front of it.
    let hasBars = resolved.layers.lazy.flatMap(\.shapes).contains { if case .rectangles = $0 { true } else { false } }
    var nodes = [axes.grid()] + (hasBars ? [data] + baseline : baseline + [data])
    nodes += [try axes.xAxis(), try axes.yAxis()]
    if let secondary = try axes.secondaryAxis() { nodes.append(secondary) }
    if resolved.isEmpty { nodes.append(try noData(in: frame.plot, axes.setter)) }
    for layer in resolved.layers {
      if let annotation = try annotations.node(for: layer) { nodes.append(annotation) }
    }
    return nodes
  }

  /// An empty plot says that it is meant to be empty.
  private static func noData(in plot: Rect, _ setter: TextSetter) throws -> Node {
    let size = setter.theme.subtitleSize
    return .group(
      Group(
        "no data",
        [.text(try setter.line("No data", at: Point(plot.midX, plot.midY), size: size, anchor: .middle, paint: .muted))]
      ))
  }

  private static func topLegend(
    _ chart: Chart, _ resolved: ResolvedChart, hasEndLabels: Bool, setter: TextSetter
  ) throws -> LegendLayout? {
    guard !hasEndLabels, chart.legend != .hidden, resolved.series.count >= 2 else { return nil }
    return try LegendLayout(resolved.series, width: chart.widthInPoints - 2 * Spacing.margin, setter: setter)
  }

  /// The largest page that PDF allows, in points.
  static let largestSide = 14_400.0

  /// - Throws: ``PlotError/Code/invalidGeometry``.
  static func checkSize(_ chart: Chart) throws {
    for (side, length) in [("width", chart.widthInPoints), ("height", chart.heightInPoints)]
    where !(length >= 1 && length <= largestSide) {
      throw PlotError(
        .invalidGeometry, "The chart's \(side) is \(length) points; use a value from 1 to \(Int(largestSide)).")
    }
  }

  static func missingGlyphs(_ nodes: [Node]) -> [Diagnostic] {
    var missing: Set<Character> = []
    func visit(_ node: Node) {
      switch node {
      case .group(let group): group.nodes.forEach(visit)
      case .text(let text): missing.formUnion(text.shaped.missing)
      case .path: break
      }
    }
    nodes.forEach(visit)
    guard !missing.isEmpty else { return [] }
    let list = missing.sorted().prefix(10).map { "“\($0)”" }.joined(separator: ", ")
    return [Diagnostic("No installed font has the characters \(list); they are drawn as empty boxes.")]
  }
}
