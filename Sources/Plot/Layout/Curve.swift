/// Adds lines through points to a path, in the ways of ``InterpolationMethod``.
enum Curve {
  /// Continues the path from its last place through the points; the first is where the path is, or is moved to.
  static func append(_ points: [Point], method: InterpolationMethod, isContinued: Bool = false, to path: inout Path) {
    guard let first = points.first else { return }
    if isContinued { path.line(first.x, first.y) } else { path.move(first.x, first.y) }
    switch method {
    case .linear: for point in points.dropFirst() { path.line(point.x, point.y) }
    case .monotone: monotone(points, to: &path)
    case .stepStart, .stepCenter, .stepEnd: steps(points, method, to: &path)
    }
  }

  private static func steps(_ points: [Point], _ method: InterpolationMethod, to path: inout Path) {
    for (a, b) in zip(points, points.dropFirst()) {
      let x = method == .stepStart ? a.x : method == .stepEnd ? b.x : (a.x + b.x) / 2
      path.line(x, a.y)
      path.line(x, b.y)
      if method != .stepEnd { path.line(b.x, b.y) }
    }
  }

  /// Cubic Hermite pieces with Fritsch and Carlson's slopes, which keep every piece monotone (SIAM J. Numer. Anal. 17, 1980).
  private static func monotone(_ points: [Point], to path: inout Path) {
    let secants = zip(points, points.dropFirst()).map { a, b in b.x == a.x ? 0 : (b.y - a.y) / (b.x - a.x) }
    guard points.count > 2 else {
      if let last = points.dropFirst().first { path.line(last.x, last.y) }
      return
    }
    let slopes = points.indices.map { slope(at: $0, secants) }
    for i in secants.indices {
      let (a, b) = (points[i], points[i + 1])
      let third = (b.x - a.x) / 3
      path.curve(a.x + third, a.y + third * slopes[i], b.x - third, b.y - third * slopes[i + 1], b.x, b.y)
    }
  }

  /// The harmonic mean of the secants on both sides, 0 at peaks; the outer secant at the ends.
  private static func slope(at i: Int, _ secants: [Double]) -> Double {
    guard i > 0 else { return secants[0] }
    guard i < secants.count else { return secants[secants.count - 1] }
    let (before, after) = (secants[i - 1], secants[i])
    return before * after <= 0 ? 0 : 2 * before * after / (before + after)
  }
}
