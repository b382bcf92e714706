extension Path {
  /// A symbol around a centre, of about the same area for each shape.
  mutating func symbol(_ symbol: PointSymbol, x: Double, y: Double, radius r: Double) {
    switch symbol {
    case .circle: circle(x: x, y: y, radius: r)
    case .square: rect(Rect(x: x - 0.89 * r, y: y - 0.89 * r, width: 1.78 * r, height: 1.78 * r))
    case .triangle: polygon([(0, -1.4), (1.25, 0.85), (-1.25, 0.85)], x: x, y: y, scale: r)
    case .diamond: polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)], x: x, y: y, scale: r)
    case .plus: polygon(Self.plusCorners, x: x, y: y, scale: r)
    case .cross:
      let turned = Self.plusCorners.map { (($0.0 - $0.1) * 0.7071, ($0.0 + $0.1) * 0.7071) }
      polygon(turned, x: x, y: y, scale: r)
    }
  }

  private static let plusCorners: [(Double, Double)] = [
    (-0.4, -1.3), (0.4, -1.3), (0.4, -0.4), (1.3, -0.4), (1.3, 0.4), (0.4, 0.4), (0.4, 1.3), (-0.4, 1.3), (-0.4, 0.4),
    (-1.3, 0.4), (-1.3, -0.4), (-0.4, -0.4),
  ]

  private mutating func polygon(_ corners: [(Double, Double)], x: Double, y: Double, scale: Double) {
    for (number, corner) in corners.enumerated() {
      let (px, py) = (x + corner.0 * scale, y + corner.1 * scale)
      if number == 0 { move(px, py) } else { line(px, py) }
    }
    close()
  }
}
