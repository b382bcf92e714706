/// Turns a figure into a scene: measures all panels, gives each column and row the largest of their margins, and draws the
/// panels there.
struct FigureLayout {
  private let figure: Figure
  private var resolved: ResolvedFigure
  private let theme: Theme
  private let fonts: FontLibrary

  /// - Throws: ``PlotError`` for panels or sizes that cannot be drawn, or when no font is installed.
  static func scene(_ figure: Figure, fonts: FontLibrary) throws -> Scene {
    let theme = figure.theme ?? figure.panels.first?.theme ?? .light
    let resolved = try ResolvedFigure(figure, theme: theme)
    var layout = FigureLayout(figure: figure, resolved: resolved, theme: theme, fonts: fonts)
    return try layout.scene()
  }

  private mutating func scene() throws -> Scene {
    let setter = TextSetter(theme: theme, fonts: fonts)
    let frame = try FigureFrame(figure, resolved, setter: setter)
    var panels = PanelGrid(grid: resolved.grid, area: frame.area, gap: gap)
    try align(&panels)
    if !panels.hasRoom {
      let withoutMargins = PanelGrid(grid: resolved.grid, area: frame.area, gap: gap)
      panels = withoutMargins
      resolved = resolved.withoutTexts()
      try align(&panels)
      if !panels.hasRoom { panels = withoutMargins }
    }
    var nodes = frame.nodes
    var texts: [String] = []
    for number in resolved.charts.indices {
      let scene = try panel(number, in: panels, margins: panels.margins(number)).scene
      let cell = panels.cell(number)
      nodes.append(
        .group(Group("panel \(number + 1)", scene.nodes.map { $0.translated(x: cell.x, y: cell.y) })))
      texts.append(scene.alternativeText)
    }
    if panels.hasRoom {
      let firsts = (0..<resolved.grid.rows).map { $0 * resolved.grid.columns }
      nodes += try frame.sides.nodes(
        resolved.charts.isEmpty ? [] : firsts.map { panels.plot($0) }, frame.area)
    }
    if resolved.charts.isEmpty { nodes.append(.text(try empty(in: frame.area, setter))) }
    return Scene(
      width: frame.width, height: frame.height, theme: theme,
      title: (figure.title ?? "Figure").withoutControlCharacters,
      alternativeText: (figure.alternativeText ?? description(texts)).withoutControlCharacters,
      nodes: nodes, diagnostics: resolved.diagnostics + ChartLayout.missingGlyphs(nodes))
  }

  /// The space between neighbouring cells, which have empty margins of their own; negative where these may overlap.
  private var gap: Double {
    let spacing = figure.spacingInPoints.isFinite ? min(max(figure.spacingInPoints, 0), 1000) : 24
    return (spacing - 2 * Spacing.margin).rounded()
  }

  /// Raises the margins until all panels keep to them.
  ///
  /// Other margins make other ticks with other labels, so that one measurement is not enough; margins never shrink, which
  /// ends it.
  private func align(_ panels: inout PanelGrid) throws {
    let mostPasses = 6
    for _ in 0..<mostPasses {
      let before = panels
      for number in resolved.charts.indices {
        let plot = try panel(number, in: before, margins: before.margins(number), isMeasured: true).plot
        let cell = before.cell(number)
        panels.raise(number, Margins(around: plot, width: cell.width, height: cell.height))
      }
      if panels == before || !panels.hasRoom { break }
    }
  }

  /// - Parameter isMeasured: Whether only the plot's place matters, which does not depend on what is drawn in it.
  private func panel(
    _ number: Int, in panels: PanelGrid, margins: Margins, isMeasured: Bool = false
  ) throws -> (scene: Scene, plot: Rect) {
    let cell = panels.cell(number)
    var chart = resolved.charts[number]
    chart.widthInPoints = cell.width
    chart.heightInPoints = cell.height
    var data = resolved.panels[number]
    data.diagnostics = []
    if isMeasured {
      // A plot of fixed shape takes as much as it can of the box that it is given.
      chart.plotAspectRatio = nil
      for layer in data.layers.indices {
        data.layers[layer].shapes = []
        data.layers[layer].annotation = nil
      }
    }
    return try PanelName.inErrors(number, figure.panels[number]) {
      try ChartLayout.panel(chart, data, setter: TextSetter(theme: chart.theme, fonts: fonts), margins: margins)
    }
  }

  private func empty(in area: Rect, _ setter: TextSetter) throws -> TextNode {
    try setter.line(
      "No panels", at: Point(area.midX, area.midY), size: theme.subtitleSize, anchor: .middle, paint: .muted)
  }

  private func description(_ texts: [String]) -> String {
    PanelName.alternativeText(
      texts.enumerated().map { number, text in
        let label = PanelName.label(number, figure.panelLabels) ?? "Panel \(number + 1)"
        return (label, figure.panels[number].title, text)
      })
  }
}
