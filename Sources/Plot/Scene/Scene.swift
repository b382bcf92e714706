/// A chart with everything decided: paths and shaped text at their places. Renderers only draw it.
package struct Scene: Sendable, Hashable {
  package var width: Double
  package var height: Double
  package var theme: Theme
  package var title: String
  package var alternativeText: String
  package var nodes: [Node]
  package var diagnostics: [Diagnostic]
  /// The data of a chart of lines, for pages with a script.
  package var lines: PlottedLines?
  /// The values of any other chart, for pages with a script.
  package var marks: [PlottedMarks] = []
}

/// A part of a scene.
package indirect enum Node: Sendable, Hashable {
  case group(Group)
  case path(PathNode)
  case text(TextNode)
}

/// Nodes that belong together, named by what they are in the chart.
package struct Group: Sendable, Hashable {
  package var role: String
  package var clip: Rect?
  package var nodes: [Node]

  package init(_ role: String, clip: Rect? = nil, _ nodes: [Node]) {
    self.role = role
    self.clip = clip
    self.nodes = nodes
  }
}

/// A filled or stroked outline.
package struct PathNode: Sendable, Hashable {
  /// The outline; that of a dense line is made when it is asked for.
  package var path: Path { dense?.path ?? outline }
  package var fill: Paint?
  package var stroke: Stroke?
  /// A line that pictures draw from its rows.
  private(set) var dense: DenseLine?
  private var outline = Path()

  package init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.outline = path
    self.fill = fill
    self.stroke = stroke
  }

  init(_ dense: DenseLine, stroke: Stroke) {
    self.dense = dense
    self.stroke = stroke
  }

  mutating func translate(x: Double, y: Double) {
    outline = outline.translated(x: x, y: y)
    dense?.runs.plane.plot.x += x
    dense?.runs.plane.plot.y += y
  }
}

/// One line of text, shaped, with its anchor on the base line.
package struct TextNode: Sendable, Hashable {
  package enum Anchor: String, Sendable { case start, middle, end }

  package var shaped: ShapedText
  package var origin: Point
  package var size: Double
  package var anchor: Anchor
  package var paint: Paint
  /// Degrees clockwise about the origin: -90 reads from the bottom up.
  package var rotation = 0.0

  package var width: Double { shaped.width * size }

  /// Where the text begins on the base line, before it is rotated.
  package var start: Point {
    switch anchor {
    case .start: origin
    case .middle: Point(origin.x - width / 2, origin.y)
    case .end: Point(origin.x - width, origin.y)
    }
  }
}
