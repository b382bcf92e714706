/// The page of a figure: its size, the texts and the legend around the panels, and the area left for them.
struct FigureFrame {
  let width: Double
  let height: Double
  /// The panels' part of the page; panels have margins of their own.
  let area: Rect
  /// What stands on the right of the panels.
  let sides: FigureSides
  let nodes: [Node]

  /// - Throws: ``PlotError/Code/invalidGeometry`` for a size that cannot be drawn.
  init(_ figure: Figure, _ resolved: ResolvedFigure, setter: TextSetter) throws {
    let size = try Self.panelSize(figure)
    let columns = Double(resolved.grid.columns)
    let panelsWidth = figure.widthInPoints ?? columns * size.x
    sides = try FigureSides(figure, resolved, pageWidth: panelsWidth, setter: setter)
    width = figure.widthInPoints ?? min(panelsWidth + sides.width, ChartLayout.largestSide)
    var page = Chart(figure.title) {}.subtitle(figure.subtitle).caption(figure.caption).theme(setter.theme)
      .size(width: width, height: figure.heightInPoints ?? 1)
    try ChartLayout.checkSize(page)
    page.heightInPoints = 0
    let (headerNodes, headerBottom) = try HeaderLayout(chart: page, setter: setter).header()
    let legend = try FigureLegend(figure, resolved, width: max(width - 2 * Spacing.margin, 1), setter: setter)
    // The panels' own margins follow the header and come before the caption.
    var top = headerNodes.isEmpty ? 0 : headerBottom
    var bottom = -(try HeaderLayout(chart: page, setter: setter).caption().top + Spacing.margin)
    if let legend, figure.legend == .bottom { bottom += legend.height + (bottom > 0 ? 0 : Spacing.margin) }
    if let legend, figure.legend != .bottom { top = max(top + Self.legendGap, Spacing.margin) + legend.height }
    height =
      figure.heightInPoints
      ?? min((Double(resolved.grid.rows) * size.y + top + bottom).rounded(.up), ChartLayout.largestSide)
    page.heightInPoints = height
    let areaTop = top.rounded(.up)
    area = Rect(
      x: 0, y: areaTop, width: max(width - sides.width, 1), height: max((height - bottom).rounded(.down) - areaTop, 1))
    var nodes = headerNodes
    if let legend {
      let legendTop = figure.legend == .bottom ? height - bottom : top - legend.height
      nodes += try legend.nodes(left: Spacing.margin, top: legendTop)
    }
    self.nodes = nodes + (try HeaderLayout(chart: page, setter: setter).caption().nodes)
  }

  /// Between the header and a legend.
  private static let legendGap = 6.0

  /// The size of the largest panels, for figures that do not say theirs.
  private static func panelSize(_ figure: Figure) throws -> Point {
    guard figure.widthInPoints == nil || figure.heightInPoints == nil else { return Point(0, 0) }
    guard !figure.panels.isEmpty else { return Point(640, 400) }
    for (number, chart) in figure.panels.enumerated() {
      try PanelName.inErrors(number, chart) { try ChartLayout.checkSize(chart) }
    }
    return Point(
      figure.panels.map(\.widthInPoints).max() ?? 0, figure.panels.map(\.heightInPoints).max() ?? 0)
  }
}
