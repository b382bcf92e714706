/// Places a line's rows on the page: cut into runs wherever a row cannot be shown, and long runs reduced to the rows that
/// make a difference to the picture.
struct LineRuns {
  let plane: PlotPlane

  init(frame: ChartFrame) { plane = frame.plane }

  /// The width of the columns of which M4 keeps four rows each, in points: half a pixel at scale 2, because round joins
  /// show rows that are not the extremes of a whole pixel.
  private static let fineColumn = 0.25
  /// The same for lines that mostly go up and down: their joins hide in each other, and their strokes take long.
  private static let coarseColumn = 0.5

  /// The places of each run, in the order of the rows.
  ///
  /// - Parameter mayReduce: Whether rows may be left out; curves need all of theirs.
  func places(_ x: [Double], _ y: [Double], mayReduce: Bool) -> [[Point]] {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        runs(x, y).map { rows in
          guard mayReduce && rows.count > mostRows && isOrdered(x, rows) else {
            return rows.compactMap { place(x[$0], y[$0]) }
          }
          let fine = reduced(rows, x, y, columnWidth: Self.fineColumn)
          return isMostlyVertical(fine) ? reduced(rows, x, y, columnWidth: Self.coarseColumn) : fine
        }
      }
    }
  }

  /// The line for a raster; `nil` when it is short, turns back or is mostly gaps.
  func dense(_ x: [Double], _ y: [Double]) -> DenseLine? {
    guard min(x.count, y.count) > mostRows else { return nil }
    let (runs, isOrdered) = x.withUnsafeBufferPointer { x in
      let runs = y.withUnsafeBufferPointer { self.runs(x, $0) }
      return (runs, runs.allSatisfy { self.isOrdered(x, $0) })
    }
    let count = runs.reduce(0) { $0 + $1.count }
    guard isOrdered, count > max(mostRows, 32 * runs.count) else { return nil }
    return DenseLine(x: x, y: y, runs: runs, plane: plane)
  }

  /// Runs with more rows than this are reduced.
  private var mostRows: Int { Int(4 * plane.plot.width / Self.fineColumn) }

  private func reduced(
    _ rows: Range<Int>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, columnWidth: Double
  ) -> [Point] {
    let kept = Decimation.m4(y, rows: rows) { ((plane.x(x[$0]) ?? 0) / columnWidth).rounded(.down) }
    return kept.compactMap { place(x[$0], y[$0]) }
  }

  /// Whether the line crosses the plot's height hundreds of times.
  private func isMostlyVertical(_ points: [Point]) -> Bool {
    let travel = zip(points, points.dropFirst()).reduce(0.0) { $0 + abs($1.1.y - $1.0.y) }
    return travel > 500 * plane.plot.height
  }

  private func place(_ x: Double, _ y: Double) -> Point? {
    plane.x(x).flatMap { x in plane.y(y).map { Point(x, $0) } }
  }

  /// The rows that can be shown, cut where one cannot.
  private func runs(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    while let rows = run(from: runs.last?.upperBound ?? 0, x, y) { runs.append(rows) }
    return runs
  }

  /// The next rows that can all be shown.
  private func run(
    from start: Int, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>
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
  private func isOrdered(_ x: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> Bool {
    var (rises, falls) = (false, false)
    for row in rows.dropFirst() {
      rises = rises || x[row] > x[row - 1]
      falls = falls || x[row] < x[row - 1]
    }
    return !(rises && falls)
  }
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
