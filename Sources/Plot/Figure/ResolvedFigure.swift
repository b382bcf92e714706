/// A figure's panels with everything decided that does not depend on their sizes: colours, domains, legends.
struct ResolvedFigure {
  let grid: FigureGrid
  /// The charts as they are drawn: with the figure's theme and labels, and no legend where the figure has one for all.
  private(set) var charts: [Chart]
  private(set) var panels: [ResolvedChart] = []
  /// The entries of the shared legend; empty where panels have their own.
  private(set) var legend: [SeriesKey] = []
  /// What the colours of numbers mean in all panels; `nil` where panels have colours of their own.
  private(set) var colorKey: ColorKey?
  private(set) var diagnostics: [Diagnostic] = []
  private var keys: [SharedKeys]

  /// - Throws: ``PlotError`` with the panel's name in its message.
  init(_ figure: Figure, theme: Theme) throws {
    grid = FigureGrid(count: figure.panels.count, columns: figure.columns)
    charts = Self.prepared(figure, theme: theme)
    keys = Array(repeating: SharedKeys(), count: charts.count)
    try resolve(figure)
    try shareBands(.x, figure.xSharing, figure)
    try shareBands(.y, figure.ySharing, figure)
    try shareColors(figure)
    shareDomains(.x, figure.xSharing)
    shareDomains(.y, figure.ySharing)
    hideInnerAxes(figure)
    decideLegend(figure.legend)
    for (number, panel) in panels.enumerated() {
      let name = PanelName.message(number, figure.panels[number])
      diagnostics += panel.diagnostics.map { Diagnostic("\(name): \($0.message)") }
    }
  }

  /// The charts with the figure's theme, in which titles are smaller than the figure's, and with their labels.
  private static func prepared(_ figure: Figure, theme: Theme) -> [Chart] {
    var theme = theme
    if figure.panels.count > 1 || figure.title != nil {
      theme.titleSize = min(theme.titleSize, theme.subtitleSize + 1)
      theme.subtitleSize = min(theme.subtitleSize, theme.labelSize)
    }
    return figure.panels.enumerated().map { number, panel in
      var chart = panel.theme(theme)
      if let label = PanelName.label(number, figure.panelLabels) {
        // The wide space is not one to break a line at.
        chart.title = chart.title.map { "\(label)\u{A0}\u{A0}\($0)" } ?? label
      }
      return chart
    }
  }

  // MARK: Series

  /// Resolves the panels, so that a series of one name looks the same in all of them.
  private mutating func resolve(_ figure: Figure) throws {
    panels = try charts.indices.map { try resolved($0, keys[$0]) }
    for group in SeriesKeys.groups(panels.map { $0.series.map(\.name) }, isOne: isOneLegend(figure)) {
      var known = SeriesKeys()
      for panel in group {
        if !known.agree(with: panels[panel].series) {
          var keys = keys[panel]
          keys.series = known.list
          panels[panel] = try resolved(panel, keys)
        }
        panels[panel].series.forEach { known.insert($0) }
      }
    }
  }

  private func resolved(_ panel: Int, _ keys: SharedKeys) throws -> ResolvedChart {
    try PanelName.inErrors(panel, charts[panel]) { try Resolver.resolve(charts[panel], sharing: keys) }
  }

  /// Whether different series must have different colours even in panels that have nothing in common. Panels with
  /// legends of their own begin with the first colour again.
  private func isOneLegend(_ figure: Figure) -> Bool {
    switch figure.legend {
    case .automatic, .panels: false
    case .top, .bottom, .hidden: true
    }
  }

  private mutating func decideLegend(_ placement: Figure.LegendPlacement) {
    let own = zip(charts, panels).map { $0.legend == .hidden ? [] : $1.series }
    var all = SeriesKeys()
    own.forEach { $0.forEach { all.insert($0) } }
    switch placement {
    case .panels: return
    case .hidden: break
    case .top, .bottom: legend = all.list.count > 1 ? all.list : []
    case .automatic:
      let named = own.filter { !$0.isEmpty }
      guard named.count > 1, all.list.count > 1, named.contains(where: { $0.count == all.list.count }) else { return }
      legend = all.list
    }
    // A colour bar belongs to its panel.
    for panel in panels.indices where panels[panel].colorKey == nil && panels[panel].sizeKey == nil {
      charts[panel].legend = .hidden
    }
  }

  // MARK: Axes

  private func axis(_ name: AxisName, _ panel: Int) -> ResolvedAxis { name == .x ? panels[panel].x : panels[panel].y }

  private func spec(_ name: AxisName, _ panel: Int) -> AxisSpec { name == .x ? charts[panel].x : charts[panel].y }

  private mutating func change(_ name: AxisName, _ panel: Int, _ change: (inout ResolvedAxis) -> Void) {
    if name == .x { change(&panels[panel].x) } else { change(&panels[panel].y) }
  }

  /// Shapes stand on numbered bands, so that shared bands have to be known before the marks are lowered.
  private mutating func shareBands(_ name: AxisName, _ sharing: Figure.Sharing, _ figure: Figure) throws {
    var isChanged = false
    for group in grid.groups(sharing) where group.contains(where: { axis(name, $0).hasBands }) {
      guard group.allSatisfy({ axis(name, $0).hasBands || panels[$0].isEmpty }) else { continue }
      let columns = group.flatMap { charts[$0].marks }.flatMap { $0.lowered.channels }.filter { $0.axis == name }
      let names = Bands.names(of: columns.map(\.column))
      for panel in group {
        if name == .x { keys[panel].xBands = names } else { keys[panel].yBands = names }
      }
      isChanged = true
    }
    if isChanged { try resolve(figure) }
  }

  /// Cells have their colours when they are shapes, so that these have to be known before, too.
  private mutating func shareColors(_ figure: Figure) throws {
    // Counts of points are known once the plots have their places, too late to be shared.
    let hasKey = { (panel: ResolvedChart) in panel.colorKey?.countsPoints == false && !panel.isEmpty }
    guard figure.sharesColor, let shared = panels.first(where: hasKey)?.colorKey else { return }
    var key = shared
    var others: [String] = []
    for (number, panel) in panels.enumerated() {
      guard hasKey(panel), let own = panel.colorKey else { continue }
      if own.scale.looksLike(shared.scale) {
        key.scale.domain = key.scale.domain.union(own.scale.domain)
        key.title = key.title ?? own.title
        continue
      }
      others.append(String(number + 1))
    }
    if !others.isEmpty {
      diagnostics.append(
        Diagnostic(
          others.count == 1
            ? "Panel \(others[0]) has colours of another scale and does not share them."
            : "Panels \(others.joined(separator: ", ")) have colours of another scale and do not share them."))
    }
    for panel in panels.indices
    where panels[panel].colorKey?.scale.looksLike(key.scale) == true && hasKey(panels[panel]) {
      keys[panel].colorScale = key.scale
    }
    try resolve(figure)
    guard others.isEmpty, figure.legend != .panels else { return }
    for panel in panels.indices where hasKey(panels[panel]) { panels[panel].colorKey = nil }
    if figure.legend != .hidden { colorKey = key }
  }

  private mutating func shareDomains(_ name: AxisName, _ sharing: Figure.Sharing) {
    for group in grid.groups(sharing) {
      let shown = group.filter { !panels[$0].isEmpty || spec(name, $0).domain != nil }
      guard let first = shown.first else { continue }
      guard shown.allSatisfy({ axis(name, $0).kind == axis(name, first).kind }) else {
        let names = shown.map { String($0 + 1) }.joined(separator: ", ")
        diagnostics.append(
          Diagnostic("Panels \(names) have different scales on \(name.rawValue) and cannot share a domain."))
        continue
      }
      let shared = sharedAxis(name, shown)
      for panel in group where axis(name, panel).kind == shared.kind || panels[panel].isEmpty {
        change(name, panel) {
          $0.kind = shared.kind
          $0.bands = shared.bands
          $0.domain = shared.domain
          $0.mayBeNice = shared.mayBeNice
          $0.isWhole = shared.isWhole
          $0.hasNoValues = shared.hasNoValues
        }
      }
    }
  }

  /// The axis that shows the data of all these panels; where charts fix their domains, those alone.
  private func sharedAxis(_ name: AxisName, _ group: [Int]) -> ResolvedAxis {
    var shared = axis(name, group[0])
    guard !shared.hasBands else { return shared }
    let fixed = group.filter { spec(name, $0).domain != nil }
    if !fixed.isEmpty {
      let domains = fixed.map { axis(name, $0).domain }
      shared.domain = domains.dropFirst().reduce(domains[0]) { $0.union($1) }
      shared.mayBeNice = fixed.allSatisfy { axis(name, $0).mayBeNice }
      return shared
    }
    var extent = Extent(positiveOnly: shared.kind == .log, isTime: shared.kind == .time)
    for shape in group.lazy.flatMap({ panels[$0].layers }).flatMap(\.shapes) {
      if name == .x { extent.addX(shape) } else { extent.addY(shape) }
    }
    if shared.kind != .log, shared.kind != .time, group.contains(where: { spec(name, $0).includesZero == true }) {
      extent.add(0)
    }
    shared.isWhole = extent.isWhole
    for panel in group where axis(name, panel).hasEdgeRoom {
      extent.add(axis(name, panel).domain.lowerBound)
      extent.add(axis(name, panel).domain.upperBound)
    }
    shared.domain = extent.domain
    shared.hasNoValues = group.allSatisfy { axis(name, $0).hasNoValues }
    shared.mayBeNice = group.allSatisfy { axis(name, $0).mayBeNice }
    return shared
  }

  // MARK: Small figures

  /// The figure without the panels' texts, for sizes that have no room for them.
  func withoutTexts() -> ResolvedFigure {
    var figure = self
    for panel in panels.indices {
      figure.charts[panel].title = nil
      figure.charts[panel].subtitle = nil
      figure.charts[panel].caption = nil
      figure.charts[panel].x.title = nil
      figure.charts[panel].y.title = nil
      figure.charts[panel].secondaryY = nil
      figure.charts[panel].legend = .hidden
      figure.panels[panel].x.isLabelled = false
      figure.panels[panel].y.isLabelled = false
      for layer in panels[panel].layers.indices { figure.panels[panel].layers[layer].annotation = nil }
    }
    figure.colorKey = nil
    figure.diagnostics.append(
      Diagnostic("The figure is too small for its panels, whose titles and labels are left out; make it larger."))
    return figure
  }

  // MARK: Inner axes

  /// Where neighbours show the same axis, only the lowest panel of a column and the first of a row name it; the highest and
  /// the last where the axis stands there.
  private mutating func hideInnerAxes(_ figure: Figure) {
    let (specs, isShared) = (charts, (x: figure.xSharing.isAlongColumns, y: figure.ySharing.isAlongRows))
    for panel in panels.indices {
      let isOnTop = specs[panel].x.position == .top
      let outerX = isOnTop ? grid.first(inColumnOf: panel) : grid.last(inColumnOf: panel)
      if outerX != panel, isShared.x, isSame(.x, panel, outerX), specs[panel].x.hasTheLooks(of: specs[outerX].x) {
        panels[panel].x.isLabelled = false
        charts[panel].x.title = nil
      }
      let isTrailing = specs[panel].y.position == .trailing
      let (first, last) = (grid.first(inRowOf: panel), grid.last(inRowOf: panel))
      let outerY = isTrailing ? last : first
      if outerY != panel, isShared.y, isSame(.y, panel, outerY), specs[panel].y.hasTheLooks(of: specs[outerY].y) {
        panels[panel].y.isLabelled = false
        charts[panel].y.title = nil
      }
      let outerSecond = isTrailing ? first : last
      if outerSecond != panel, isShared.y, isSame(.y, panel, outerSecond),
        specs[panel].secondaryY == specs[outerSecond].secondaryY
      {
        charts[panel].secondaryY = nil
      }
    }
  }

  private func isSame(_ name: AxisName, _ panel: Int, _ other: Int) -> Bool {
    let (a, b) = (axis(name, panel), axis(name, other))
    return a.kind == b.kind && a.domain == b.domain && a.bands == b.bands
  }
}

extension AxisSpec {
  /// Whether labels and title of the other axis can stand for this one's.
  fileprivate func hasTheLooks(of other: AxisSpec) -> Bool {
    title == other.title && position == other.position && isReversed == other.isReversed && format == other.format
  }
}

extension Figure.Sharing {
  fileprivate var isAlongColumns: Bool { self == .all || self == .columns }
  fileprivate var isAlongRows: Bool { self == .all || self == .rows }
}

extension ColorScale {
  /// Whether the other scale differs in its domain alone.
  fileprivate func looksLike(_ other: ColorScale) -> Bool {
    scheme == other.scheme && midpoint == other.midpoint && isReversed == other.isReversed && missing == other.missing
  }
}

extension ClosedRange {
  /// The smallest range that holds both.
  fileprivate func union(_ other: ClosedRange) -> ClosedRange {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
