import Foundation

@testable import Plot

/// A text on the page as a rectangle that may be turned.
struct TextBox: CustomStringConvertible {
  let text: String
  /// In order around the rectangle.
  let corners: [Point]

  /// From the top of capitals to the base line: descenders may reach into the space between lines.
  init(_ node: TextNode) {
    text = node.shaped.string
    let angle = node.rotation * .pi / 180
    let (left, top) = (node.start.x, node.start.y - 0.73 * node.size)
    corners = [
      (left, top), (left + node.width, top), (left + node.width, node.start.y), (left, node.start.y),
    ].map { x, y in
      let (dx, dy) = (x - node.origin.x, y - node.origin.y)
      return Point(
        node.origin.x + dx * cos(angle) - dy * sin(angle), node.origin.y + dx * sin(angle) + dy * cos(angle))
    }
  }

  /// Every text in a node.
  static func boxes(_ node: Node) -> [TextBox] {
    switch node {
    case .group(let group): group.nodes.flatMap(boxes)
    case .path: []
    case .text(let text): [TextBox(text)]
    }
  }

  var minX: Double { corners.map(\.x).min() ?? 0 }
  var maxX: Double { corners.map(\.x).max() ?? 0 }
  var minY: Double { corners.map(\.y).min() ?? 0 }
  var maxY: Double { corners.map(\.y).max() ?? 0 }
  var description: String { "\(minX)…\(maxX) × \(minY)…\(maxY)" }

  /// Whether two rectangles share more than a seam (separating axes).
  func overlaps(_ other: TextBox, by seam: Double) -> Bool {
    for box in [self, other] {
      for (a, b) in [(box.corners[0], box.corners[1]), (box.corners[1], box.corners[2])] {
        let length = hypot(b.x - a.x, b.y - a.y)
        guard length > 0 else { return false }
        let (nx, ny) = ((b.x - a.x) / length, (b.y - a.y) / length)
        let (mine, theirs) = (corners.map { $0.x * nx + $0.y * ny }, other.corners.map { $0.x * nx + $0.y * ny })
        if (mine.max() ?? 0) - seam <= (theirs.min() ?? 0) || (theirs.max() ?? 0) - seam <= (mine.min() ?? 0) {
          return false
        }
      }
    }
    return true
  }
}
