/// M4: keeps of each pixel column the first, the lowest, the highest and the last point of a line, which draws the same
/// pixels as all points do (Jugel, Jerzak, Hackenbroich and Markl, “M4: A Visualization-Oriented Time Series Data
/// Aggregation”, VLDB 2014).
enum Decimation {
  /// - Parameters:
  ///   - points: The line in points of the page; x must not go back.
  ///   - columnWidth: The width of a column, in points.
  static func m4(_ points: [Point], columnWidth: Double) -> [Point] {
    guard let first = points.first else { return [] }
    var kept: [Point] = []
    var column = Column(first)
    var number = (first.x / columnWidth).rounded(.down)
    for point in points.dropFirst() {
      let next = (point.x / columnWidth).rounded(.down)
      if next == number {
        column.add(point)
      } else {
        column.append(to: &kept)
        column = Column(point)
        number = next
      }
    }
    column.append(to: &kept)
    return kept
  }

  private struct Column {
    private let first: Point
    private var lowest: (point: Point, order: Int)
    private var highest: (point: Point, order: Int)
    private var last: Point
    private var count = 1

    init(_ point: Point) {
      first = point
      last = point
      lowest = (point, 0)
      highest = (point, 0)
    }

    mutating func add(_ point: Point) {
      if point.y < lowest.point.y { lowest = (point, count) }
      if point.y > highest.point.y { highest = (point, count) }
      last = point
      count += 1
    }

    func append(to kept: inout [Point]) {
      kept.append(first)
      for (point, order) in lowest.order < highest.order ? [lowest, highest] : [highest, lowest]
      where order > 0 && order < count - 1 {
        kept.append(point)
      }
      if count > 1 { kept.append(last) }
    }
  }
}
