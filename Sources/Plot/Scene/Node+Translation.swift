extension Node {
  /// The node and everything in it moved to the right and down, in points.
  package func translated(x: Double, y: Double) -> Node {
    switch self {
    case .group(var group):
      if let clip = group.clip {
        group.clip = Rect(x: clip.x + x, y: clip.y + y, width: clip.width, height: clip.height)
      }
      group.nodes = group.nodes.map { $0.translated(x: x, y: y) }
      return .group(group)
    case .path(var node):
      node.translate(x: x, y: y)
      return .path(node)
    case .text(var node):
      node.origin = Point(node.origin.x + x, node.origin.y + y)
      return .text(node)
    }
  }
}
