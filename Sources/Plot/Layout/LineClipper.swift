/// Cuts lines at the edges of a rectangle, because renderers take no coordinates far outside the page: cairo's fixed point
/// wraps silently.
enum LineClipper {
  /// The parts of the line inside the rectangle.
  static func clip(_ points: [Point], to box: Rect) -> [[Point]] {
    if points.allSatisfy({ box.contains($0.x, $0.y) }) { return [points] }
    var parts: [[Point]] = []
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (a, b) = segment(start, end, box) else { continue }
      if parts.last?.last == a {
        parts[parts.count - 1].append(b)
      } else {
        parts.append([a, b])
      }
    }
    return parts
  }

  /// Liang and Barsky (1984): the part of a segment inside a rectangle.
  private static func segment(_ a: Point, _ b: Point, _ box: Rect) -> (Point, Point)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (enter, leave) = (0.0, 1.0)
    for (direction, distance) in [(-dx, a.x - box.x), (dx, box.maxX - a.x), (-dy, a.y - box.y), (dy, box.maxY - a.y)] {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        enter = max(enter, distance / direction)
      } else {
        leave = min(leave, distance / direction)
      }
    }
    guard enter <= leave else { return nil }
    func at(_ t: Double) -> Point { t == 0 ? a : t == 1 ? b : Point(a.x + t * dx, a.y + t * dy) }
    return (at(enter), at(leave))
  }
}
