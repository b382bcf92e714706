/// The rows of a figure's shared legend, over or under the panels: the names of the series and a lying colour bar.
struct FigureLegend {
  private let series: LegendLayout?
  private let bar: ColorBar?
  private let width: Double

  /// - Returns: `nil` for a figure without either.
  init?(_ figure: Figure, _ resolved: ResolvedFigure, width: Double, setter: TextSetter) throws {
    series = resolved.legend.isEmpty ? nil : try LegendLayout(resolved.legend, width: width, setter: setter)
    bar =
      FigureSides.isBarUpright(figure)
      ? nil : resolved.colorKey.map { ColorBar($0, place: .top, length: 0, setter: setter) }
    self.width = width
    if series == nil && bar == nil { return nil }
  }

  /// The height of all rows, in points.
  var height: Double { (series?.height ?? 0) + (bar?.height ?? 0) }

  func nodes(left: Double, top: Double) throws -> [Node] {
    var nodes: [Node] = []
    if let series { nodes.append(try series.node(left: left, top: top)) }
    if let bar { nodes.append(try bar.node(left: left, top: top + (series?.height ?? 0), most: width)) }
    return nodes
  }
}
