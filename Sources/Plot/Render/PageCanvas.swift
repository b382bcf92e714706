/// A page of a document under construction: lines of text, rules and drawings at places in points from its upper left.
package struct PageCanvas {
  /// How a line of text looks.
  package struct Style: Sendable, Hashable {
    package var size: Double
    package var isBold: Bool
    package var isMuted: Bool

    package init(size: Double, isBold: Bool = false, isMuted: Bool = false) {
      (self.size, self.isBold, self.isMuted) = (size, isBold, isMuted)
    }

    /// The distance from one base line to the next, in points.
    package var lineHeight: Double { size * 1.4 }

    fileprivate var weight: FontLibrary.Weight { isBold ? .bold : .regular }
  }

  package let width: Double
  package let height: Double
  private let theme: Theme
  private let setter: TextSetter
  private var nodes: [Node] = []

  /// An empty page.
  package init(width: Double, height: Double, theme: Theme = .light, fonts: FontLibrary = .installed) {
    (self.width, self.height, self.theme) = (width, height, theme)
    setter = TextSetter(theme: theme, fonts: fonts)
  }

  /// The text in lines that are no wider than that; what does not fit into so many lines ends in “…”.
  package func lines(_ text: String, width: Double, style: Style, limit: Int = 1000) throws -> [String] {
    try text.split(separator: "\n", omittingEmptySubsequences: true).flatMap {
      try setter.wrap(String($0), width: width, size: style.size, weight: style.weight, limit: limit)
    }
  }

  /// The width of a line, in points.
  package func width(of line: String, style: Style) throws -> Double {
    try setter.width(line, size: style.size, weight: style.weight)
  }

  /// Writes a line; x is its left end, or its right end.
  package mutating func write(
    _ line: String, x: Double, baseline: Double, style: Style, isRightAligned: Bool = false
  ) throws {
    nodes.append(
      .text(
        try setter.line(
          line, at: Point(x, baseline), size: style.size, anchor: isRightAligned ? .end : .start,
          paint: style.isMuted ? .muted : .ink, weight: style.weight)))
  }

  /// A thin line from left to right.
  package mutating func rule(from left: Double, to right: Double, y: Double) {
    nodes.append(.path(PathNode(.segment(left, y, right, y), stroke: Stroke(Paint(.grid), width: 0.75))))
  }

  /// A filled or stroked outline, in points from the page's upper left.
  package mutating func draw(_ outline: PathNode) { nodes.append(.path(outline)) }

  /// A drawing with its upper left corner at a place.
  package mutating func place(_ drawing: Drawing, x: Double, y: Double) {
    nodes += drawing.scene.nodes.map { $0.translated(x: x, y: y) }
  }

  /// The page as it is.
  ///
  /// - Parameters:
  ///   - title: Its bookmark in the document.
  ///   - description: What a reader who cannot see it is told.
  package func drawing(title: String, description: String) -> Drawing {
    Drawing(
      scene: Scene(
        width: width, height: height, theme: theme, title: title, alternativeText: description, nodes: nodes,
        diagnostics: []))
  }
}
