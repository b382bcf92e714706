internal import Foundation

/// What the sizes of points mean: a few discs with round values, in one row.
struct SizeBar {
  let key: SizeKey
  let setter: TextSetter

  private static let gap = 7.0

  /// The height of the row, in points.
  var height: Double { max(setter.theme.labelSize * 1.6, 2 * PointMark.largestRadius + 2) }

  /// At most three round values that occur and are far enough apart to be told from each other, the largest first.
  static func values(from smallest: Double, upTo largest: Double) -> [Double] {
    guard largest > 0, largest.isFinite else { return [] }
    let occurs = { (value: Double) in value > 0 && value.isFinite && value >= smallest }
    let values = [1, 0.25, 0.05].map { roundDown(largest * $0) }.filter(occurs)
    if values.isEmpty { return [largest] }
    return values.count == 1 ? values + [roundDown(largest / 2)].filter { occurs($0) && $0 < values[0] } : values
  }

  /// The largest of 1, 2 and 5 times a power of ten that is no greater.
  private static func roundDown(_ value: Double) -> Double {
    let power = pow(10, floor(log10(value)))
    // Rounding may leave the value a bit under the number that it stands for.
    let factor = [5.0, 2, 1].first { $0 * power <= value * (1 + 1e-9) } ?? 1
    return factor * power
  }

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
    if let title = key.title { try write(title, .ink) }
    for value in Self.values(from: key.smallest, upTo: key.largest).reversed() {
      let radius = PointMark.largestRadius * (value / key.largest).squareRoot()
      var path = Path()
      path.circle(x: x + radius, y: middle, radius: radius)
      nodes.append(.path(PathNode(path, fill: Paint(.muted, opacity: 0.5))))
      x += 2 * radius + Self.gap / 2
      try write(NumberLabel.short(value), .muted)
      x += Self.gap / 2
    }
    return .group(Group("size legend", nodes))
  }
}
