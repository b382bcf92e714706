/// Turns a chart into a scene: resolves its data, measures its text, finds each part's place and draws it there.
enum ChartLayout {
  /// - Throws: ``PlotError`` for columns or sizes that cannot be drawn, or when no font is installed.
  static func scene(_ chart: Chart, fonts: FontLibrary, wording: ChartWording) throws -> Scene {
    try checkSize(chart)
    let setter = TextSetter(theme: chart.theme, fonts: fonts, wording: wording)
    return try panel(chart, try Resolver.resolve(chart), setter: setter, margins: Margins()).scene
  }

  /// A chart whose data are resolved, and the box of its plot.
  ///
  /// - Parameter margins: The least space around the plot.
  static func panel(
    _ chart: Chart, _ resolved: ResolvedChart, setter: TextSetter, margins: Margins
  ) throws -> (scene: Scene, plot: Rect) {
    var resolved = resolved
    if resolved.colorKey?.countsPoints == true { resolved.colorKey?.title = setter.wording.pointsPerCell }
    let chart = withoutEmptyTicks(chart, resolved)
    let header = HeaderLayout(chart: chart, setter: setter)
    let (headerNodes, top) = try header.header()
    let (captionNodes, bottom) = try header.caption()
    let endLabels = try EndLabels(resolved, chart: chart, setter: setter)
    let names = (endLabels == nil ? resolved.series : []) + resolved.symbolKeys
    let legend = try LegendLayout(names, chart: chart, setter: setter)
    let sizeBar = chart.legend == .hidden ? nil : resolved.sizeKey.map { SizeBar(key: $0, setter: setter) }
    var colorBar = try resolved.colorKey.flatMap {
      try ColorBar($0, chart: chart, hasLegendOnRight: endLabels != nil || legend?.position == .right, setter: setter)
    }
    var around = Surroundings(top: top, bottom: bottom, right: try endLabels?.width ?? 0)
    if let legend { around.add(legend) }
    let sizeTop = around.topLegend
    around.topLegend += sizeBar?.height ?? 0
    let (topLegend, bottomLegend) = (around.topLegend, around.bottomLegend)
    if let colorBar { try around.add(colorBar) }
    let frame = try FrameLayout(chart: chart, resolved: resolved, setter: setter, margins: margins).frame(around)
    resolved.countPoints(in: frame)
    if let key = resolved.colorKey, let place = colorBar?.place {
      colorBar = ColorBar(key, place: place, length: frame.plot.height, setter: setter)
    }

    var nodes = headerNodes
    if let legend, legend.position != .inside { nodes.append(try legend.node(in: frame)) }
    if let sizeBar { nodes.append(try sizeBar.node(left: frame.left, top: frame.legendTop + sizeTop)) }
    if let colorBar {
      let most = frame.right - frame.left
      switch colorBar.place {
      case .top: nodes.append(try colorBar.node(left: frame.left, top: frame.legendTop + topLegend, most: most))
      case .bottom:
        nodes.append(try colorBar.node(left: frame.left, top: frame.legendBottom + bottomLegend, most: most))
      case .right: nodes.append(try colorBar.node(in: frame, yTitleWidth: try yTitleWidth(chart, setter)))
      }
    }
    let axes = AxisDrawing(chart: chart, resolved: resolved, frame: frame, setter: setter)
    nodes += try marks(resolved, frame, axes)
    nodes += try insidePlot(legend, frame, setter, &resolved)
    if let endLabels { nodes.append(try endLabels.node(in: frame)) }
    nodes += captionNodes
    if chart.secondaryY != nil, frame.secondaryLabels == nil {
      resolved.diagnostics.append(
        Diagnostic("The second axis of y is left out: its transform does not turn the axis' ends into two numbers."))
    }
    resolved.diagnostics += missingGlyphs(nodes)
    let lines = PlottedLines(chart, resolved, frame)
    let scene = Scene(
      width: chart.widthInPoints, height: chart.heightInPoints, theme: chart.theme,
      title: (chart.title ?? "Chart").withoutControlCharacters,
      alternativeText: (chart.alternativeText ?? AltText.describe(chart, resolved)).withoutControlCharacters,
      nodes: nodes, diagnostics: resolved.diagnostics, lines: lines,
      marks: lines == nil ? PlottedMarks.all(of: chart, resolved, in: frame) : [])
    return (scene, frame.plot)
  }

  /// An axis without any value has no numbers to show; 0 and 1 would be made up.
  private static func withoutEmptyTicks(_ chart: Chart, _ resolved: ResolvedChart) -> Chart {
    var chart = chart
    if resolved.x.hasNoValues { chart.x.values = [] }
    if resolved.y.hasNoValues { (chart.y.values, chart.secondaryY) = ([], nil) }
    return chart
  }

  private static func yTitleWidth(_ chart: Chart, _ setter: TextSetter) throws -> Double {
    try chart.y.title.map { try setter.width($0, size: setter.theme.labelSize) } ?? 0
  }

  /// What stands over the data: a legend in a corner, and annotations.
  private static func insidePlot(
    _ legend: LegendLayout?, _ frame: ChartFrame, _ setter: TextSetter, _ resolved: inout ResolvedChart
  ) throws -> [Node] {
    let hasLegend = legend?.position == .inside
    guard hasLegend || resolved.layers.contains(where: { $0.annotation != nil }) else { return [] }
    let occupancy = Occupancy(resolved.layers, frame)
    var nodes: [Node] = []
    var taken: [Rect] = []
    if let legend, hasLegend {
      taken = [legend.corner(in: frame, occupancy)]
      nodes.append(try legend.node(inside: taken[0]))
    }
    var annotations = AnnotationDrawing(
      frame: frame, setter: setter, occupancy: occupancy, layers: resolved.layers, taken: taken)
    nodes += try annotations.nodes(for: resolved.layers)
    resolved.diagnostics += remarks(onLeftOut: annotations.leftOut)
    return nodes
  }

  private static func remarks(onLeftOut texts: [String]) -> [Diagnostic] {
    let named = texts.prefix(3).map {
      Diagnostic("There is no room for the annotation “\($0)”; make the chart larger.")
    }
    let rest = texts.count - named.count
    return rest > 0 ? named + [Diagnostic("There is no room for \(rest) more of the annotations.")] : named
  }

  private static func marks(
    _ resolved: ResolvedChart, _ frame: ChartFrame, _ axes: AxisDrawing
  ) throws -> [Node] {
    let drawing = ShapeDrawing(frame: frame, setter: axes.setter)
    let marks: [Node] = try resolved.layers.map { Node.group(Group($0.role, try $0.shapes.flatMap(drawing.nodes))) }
    // Round line ends and dots at the edge of the domain stay whole.
    let clip = frame.plot.insetBy(-4)
    let numbers = marks.indices
    let data = Node.group(
      Group("marks", clip: clip, numbers.filter { !resolved.layers[$0].isMarked }.map { marks[$0] }))
    let marked = numbers.filter { resolved.layers[$0].isMarked }.map { marks[$0] }
    let baseline = axes.baseline().map { [$0] } ?? []
    // Bars stand on the base line; lines and points pass in front of it.
    let hasBars = resolved.layers.lazy.flatMap(\.shapes).contains { if case .rectangles = $0 { true } else { false } }
    var nodes = [axes.grid()] + (hasBars ? [data] + baseline : baseline + [data])
    // Points with a ring stand over all others, and are whole at the edge too.
    if !marked.isEmpty { nodes.append(.group(Group("marked points", clip: frame.plot.insetBy(-7), marked))) }
    nodes += [try axes.xAxis(), try axes.yAxis()]
    if let secondary = try axes.secondaryAxis() { nodes.append(secondary) }
    if resolved.isEmpty { nodes.append(try noData(in: frame.plot, axes.setter)) }
    return nodes
  }

  /// An empty plot says that it is meant to be empty.
  private static func noData(in plot: Rect, _ setter: TextSetter) throws -> Node {
    let (size, middle) = (setter.theme.subtitleSize, Point(plot.midX, plot.midY))
    let text = try setter.line(setter.wording.noData, at: middle, size: size, anchor: .middle, paint: .muted)
    return .group(Group("no data", [.text(text)]))
  }

  /// The largest page that PDF allows, in points.
  static let largestSide = 14_400.0

  /// - Throws: ``PlotError/Code/invalidGeometry`` for a size of the page, of text or of lines that cannot be drawn.
  static func checkSize(_ chart: Chart) throws {
    for (side, length) in [("width", chart.widthInPoints), ("height", chart.heightInPoints)]
    where !(length >= 1 && length <= largestSide) {
      throw PlotError(
        .invalidGeometry, "The chart's \(side) is \(length) points; use a value from 1 to \(Int(largestSide)).")
    }
    let theme = chart.theme
    let sizes = [("title", theme.titleSize), ("subtitle", theme.subtitleSize), ("label", theme.labelSize)]
    for (name, size) in sizes where !(1...1000).contains(size) {
      throw PlotError(
        .invalidGeometry,
        "The theme “\(theme.name)” has a \(name) size of \(size) points; use a value from 1 to 1000.")
    }
    guard (0...1000).contains(theme.lineWidth) else {
      throw PlotError(
        .invalidGeometry,
        "The theme “\(theme.name)” has a line width of \(theme.lineWidth) points; use a value from 0 to 1000.")
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

extension Layer {
  /// Whether it is a point that is set off by a ring.
  fileprivate var isMarked: Bool {
    guard shapes.count == 1, case .points(let cloud) = shapes[0] else { return false }
    return cloud.ring != nil
  }
}
