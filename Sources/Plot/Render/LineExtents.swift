/// How far a line whose x never turns back reaches up and down in each of the columns of a ``LineRaster``, in pixels.
struct LineExtents {
  let columns: ClosedRange<Int>
  /// The upper end of each column; infinite where there is no line.
  private(set) var tops: [Float]
  /// The lower end of each column, negated so that both are least where the line reaches furthest.
  private(set) var bottoms: [Float]
  private var last: Point
  private var lastColumn: Int

  /// A line that begins at the place.
  init(_ start: Point, columns: ClosedRange<Int>) {
    self.columns = columns
    tops = [Float](repeating: .infinity, count: columns.count)
    bottoms = tops
    last = Self.limited(start)
    lastColumn = LineRaster.column(last.x)
    reach(last.y, in: lastColumn)
  }

  /// Continues the line straight to a place further right.
  mutating func add(_ point: Point) {
    let next = Self.limited(point)
    let column = LineRaster.column(next.x)
    // Where the segment crosses from column to column.
    var border = max(lastColumn + 1, columns.lowerBound)
    while border <= min(column, columns.upperBound + 1) {
      let share = (Double(border) / Double(LineRaster.columnsPerPixel) - last.x) / (next.x - last.x)
      let y = last.y + min(max(share, 0), 1) * (next.y - last.y)
      reach(y, in: border - 1)
      reach(y, in: border)
      border += 1
    }
    reach(next.y, in: column)
    (last, lastColumn) = (next, column)
  }

  /// The line goes up and down where it is.
  mutating func add(from top: Double, to bottom: Double) {
    reach(Self.limited(top), in: lastColumn)
    reach(Self.limited(bottom), in: lastColumn)
  }

  @inline(__always)
  private mutating func reach(_ y: Double, in column: Int) {
    guard columns.contains(column) else { return }
    let (y, place) = (Float(y), column - columns.lowerBound)
    tops[place] = min(tops[place], y)
    bottoms[place] = min(bottoms[place], -y)
  }

  /// The place, or one so far away that it makes no difference.
  private static func limited(_ point: Point) -> Point { Point(limited(point.x), limited(point.y)) }
  private static func limited(_ place: Double) -> Double { min(max(place, -1e7), 1e7) }
}
