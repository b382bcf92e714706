/// What the colours of cells and points mean: a strip of them between the lowest and the highest value, in one row.
struct ColorBar {
  let key: ColorKey
  let setter: TextSetter

  private static let length = 140.0
  private static let thickness = 9.0
  private static let gap = 7.0

  /// The height of the row, in points.
  var height: Double { setter.theme.labelSize * 1.6 }

  func node(left: Double, top: Double) throws -> Node {
    let size = setter.theme.labelSize
    let middle = top + height / 2
    let baseline = middle + size * TextSetter.capHeight / 2
    var nodes: [Node] = []
    var x = left
    func write(_ text: String, _ paint: ColorRole) throws {
      nodes.append(.text(try setter.line(text, at: Point(x, baseline), size: size, paint: paint)))
      x += try setter.width(text, size: size) + Self.gap
    }
    let note = key.scale.isLogarithmic ? "(log)" : nil
    let title = [key.title, note].compactMap { $0 }.joined(separator: " ")
    if !title.isEmpty { try write(title, .ink) }
    let labels = NumberLabel.ends(of: key.scale.domain)
    try write(labels[0], .muted)
    nodes += strip(x: x, y: middle - Self.thickness / 2)
    x += Self.length + Self.gap
    try write(labels[1], .muted)
    return .group(Group("color bar", nodes))
  }

  /// Narrow pieces that overlap a little, so that no paper shows between them.
  private func strip(x: Double, y: Double) -> [Node] {
    let pieces = 70
    let width = Self.length / Double(pieces)
    return (0..<pieces).map { piece in
      let value = key.scale.value(at: (Double(piece) + 0.5) / Double(pieces))
      let overlap = piece + 1 < pieces ? 0.5 : 0
      let box = Rect(x: x + Double(piece) * width, y: y, width: width + overlap, height: Self.thickness)
      return .path(PathNode(Path(rect: box), fill: Paint(.fixed(key.scale.color(for: value)))))
    }
  }
}
