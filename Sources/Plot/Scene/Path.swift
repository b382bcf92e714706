/// Lines and curves, flat in memory: one verb each, and the coordinates of all verbs in one list.
package struct Path: Sendable, Hashable {
  package enum Verb: UInt8, Sendable {
    /// Two coordinates.
    case move
    /// Two coordinates.
    case line
    /// Six coordinates: two control points and the end.
    case curve
    /// None.
    case close

    package var coordinateCount: Int {
      switch self {
      case .move, .line: 2
      case .curve: 6
      case .close: 0
      }
    }
  }

  package private(set) var verbs: [Verb] = []
  package private(set) var coordinates: [Double] = []

  package init() {}

  package init(rect: Rect) { self.rect(rect) }

  package static func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Path {
    var path = Path()
    path.move(x1, y1)
    path.line(x2, y2)
    return path
  }

  package var isEmpty: Bool { verbs.isEmpty }

  package mutating func move(_ x: Double, _ y: Double) {
    verbs.append(.move)
    coordinates.append(x)
    coordinates.append(y)
  }

  package mutating func line(_ x: Double, _ y: Double) {
    verbs.append(.line)
    coordinates.append(x)
    coordinates.append(y)
  }

  package mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
    verbs.append(.curve)
    coordinates.append(contentsOf: [x1, y1, x2, y2, x, y])
  }

  package mutating func close() { verbs.append(.close) }

  package mutating func rect(_ rect: Rect) {
    move(rect.x, rect.y)
    line(rect.maxX, rect.y)
    line(rect.maxX, rect.maxY)
    line(rect.x, rect.maxY)
    close()
  }

  /// A whole circle as four cubic curves (the usual constant keeps the radius within 0.03 %).
  package mutating func circle(x: Double, y: Double, radius r: Double) {
    let k = 0.5522847498 * r
    move(x + r, y)
    curve(x + r, y + k, x + k, y + r, x, y + r)
    curve(x - k, y + r, x - r, y + k, x - r, y)
    curve(x - r, y - k, x - k, y - r, x, y - r)
    curve(x + k, y - r, x + r, y - k, x + r, y)
    close()
  }

  /// The path moved to the right and down, in points.
  package func translated(x: Double, y: Double) -> Path {
    var path = self
    for index in path.coordinates.indices { path.coordinates[index] += index.isMultiple(of: 2) ? x : y }
    return path
  }

  /// Calls the closure with each verb and the position of its first coordinate.
  @inline(__always)
  package func forEach(_ body: (Verb, Int) -> Void) {
    var position = 0
    for verb in verbs {
      body(verb, position)
      position += verb.coordinateCount
    }
  }
}
