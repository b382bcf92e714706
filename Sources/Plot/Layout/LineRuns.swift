/// Places a line's rows on the page: cut into runs wherever a row cannot be shown, and long runs reduced to the rows that
/// make a difference to the picture.
struct LineRuns: Sendable, Hashable {
  let line: PolyLine
  var plane: PlotPlane
  /// The rows that can be shown, cut where one cannot.
  let rows: [Range<Int>]

  init(_ line: PolyLine, plane: PlotPlane) {
    self.line = line
    self.plane = plane
    rows = Self.rows(line, plane)
  }

  /// The width of the columns of which M4 keeps four rows each, in points: half a pixel at scale 2, because round joins
  /// show rows that are not the extremes of a whole pixel.
  private static let fineColumn = 0.25
  /// The same for lines that mostly go up and down: their joins hide in each other, and their strokes take long.
  private static let coarseColumn = 0.5

  /// Lends x and y.
  func withRows<Result>(
    _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    line.x.withUnsafeBufferPointer { x in line.y.withUnsafeBufferPointer { body(x, $0) } }
  }

  // MARK: Shapes

  /// The line, without rows that stand alone between gaps.
  var path: Path {
    var path = Path()
    let isStraight = line.interpolation == .linear
    for run in places(mayReduce: isStraight) where run.count > 1 {
      // A curve bends between its points, so that it cannot be cut before it is drawn; its own points are near enough.
      let parts = isStraight ? LineClipper.clip(run, to: plane.reach) : [run.map(plane.near)]
      for part in parts { Curve.append(part, method: line.interpolation, to: &path) }
    }
    return path
  }

  /// The places of rows that stand alone between gaps.
  var alone: [Point] {
    withRows { x, y in places(of: rows.filter { $0.count == 1 }.map(\.lowerBound), x, y) }
  }

  /// The places of each run, in the order of the rows.
  ///
  /// - Parameter mayReduce: Whether rows may be left out; curves need all of theirs.
  func places(mayReduce: Bool) -> [[Point]] {
    withRows { x, y in
      rows.map { rows in
        guard mayReduce && rows.count > mostRows && isOrdered(rows) else { return places(of: rows, x, y) }
        let fine = reduced(rows, x, y, columnWidth: Self.fineColumn)
        return isMostlyVertical(fine) ? reduced(rows, x, y, columnWidth: Self.coarseColumn) : fine
      }
    }
  }

  private func places(
    of rows: some Sequence<Int>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>
  ) -> [Point] {
    rows.compactMap { row in plane.x(x[row]).flatMap { x in plane.y(y[row]).map { Point(x, $0) } } }
  }

  private func reduced(
    _ rows: Range<Int>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, columnWidth: Double
  ) -> [Point] {
    let place = AxisPlacement(plane, .x)
    return places(of: Decimation.m4(y, rows: rows) { (place(x[$0]) / columnWidth).rounded(.down) }, x, y)
  }

  /// Whether the line crosses the plot's height hundreds of times.
  private func isMostlyVertical(_ points: [Point]) -> Bool {
    let travel = zip(points, points.dropFirst()).reduce(0.0) { $0 + abs($1.1.y - $1.0.y) }
    return travel > 500 * plane.plot.height
  }

  // MARK: Pictures

  /// The line for a raster; `nil` when it is short, turns back, is mostly gaps, or has rows outside the plot only.
  var dense: DenseLine? {
    guard line.isPlainStroke, min(line.x.count, line.y.count) > mostRows, rows.allSatisfy(isOrdered) else { return nil }
    let count = rows.reduce(0) { $0 + $1.count }
    guard count > max(mostRows, 32 * rows.count) else { return nil }
    return isWithinReach || !path.isEmpty ? DenseLine(runs: self) : nil
  }

  /// Runs with more rows than this are reduced.
  private var mostRows: Int { Int(4 * plane.plot.width / Self.fineColumn) }

  /// Whether it is known that no part of the line needs to be cut away.
  private var isWithinReach: Bool {
    guard line.xSummary.isFinite, line.ySummary.isFinite else { return false }
    let (x, y) = (AxisPlacement(plane, .x), AxisPlacement(plane, .y))
    return [(line.xSummary.low, line.ySummary.low), (line.xSummary.high, line.ySummary.high)]
      .allSatisfy { plane.reach.contains(x($0), y($1)) }
  }

  // MARK: Rows

  private static func rows(_ line: PolyLine, _ plane: PlotPlane) -> [Range<Int>] {
    let (x, y) = (line.xSummary, line.ySummary)
    let count = min(line.x.count, line.y.count)
    if x.isFinite, y.isFinite, x.low >= plane.xScale.least, y.low >= plane.yScale.least {
      return count > 0 ? [0..<count] : []
    }
    var runs: [Range<Int>] = []
    line.x.withUnsafeBufferPointer { x in
      line.y.withUnsafeBufferPointer { y in
        while let rows = run(from: runs.last?.upperBound ?? 0, x, y, plane) { runs.append(rows) }
      }
    }
    return runs
  }

  /// The next rows that can all be shown.
  private static func run(
    from start: Int, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, _ plane: PlotPlane
  ) -> Range<Int>? {
    let (leastX, leastY) = (plane.xScale.least, plane.yScale.least)
    let most = Double.greatestFiniteMagnitude
    // A missing value fails every comparison.
    func isShown(_ row: Int) -> Bool { x[row] >= leastX && x[row] <= most && y[row] >= leastY && y[row] <= most }
    let count = min(x.count, y.count)
    var first = start
    while first < count, !isShown(first) { first += 1 }
    guard first < count else { return nil }
    var end = first + 1
    while end < count, isShown(end) { end += 1 }
    return first..<end
  }

  /// Whether x never turns back.
  private func isOrdered(_ rows: Range<Int>) -> Bool {
    line.xSummary.isOrdered
      || line.x.withUnsafeBufferPointer { x in
        var (rises, falls) = (false, false)
        for row in rows.dropFirst() {
          rises = rises || x[row] > x[row - 1]
          falls = falls || x[row] < x[row - 1]
        }
        return !(rises && falls)
      }
  }
}

extension PolyLine {
  /// Whether the line is drawn straight, with round ends and without dashes, as a ``LineRaster`` does.
  fileprivate var isPlainStroke: Bool { interpolation == .linear && stroke.cap == .round && stroke.dash.isEmpty }
}

extension Scale {
  /// The smallest value that the scale can show.
  fileprivate var least: Double {
    switch self {
    case .log: .leastNonzeroMagnitude
    case .reversed(let scale): scale.least
    case .linear, .symlog, .squareRoot, .band, .point: -.greatestFiniteMagnitude
    }
  }
}
