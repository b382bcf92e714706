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
  package var path: Path
  package var fill: Paint?
  package var stroke: Stroke?
  /// The line that the path is a reduction of; pictures draw it in place of the path.
  var dense: DenseLine?

  package init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
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
