/// M4: keeps of each pixel column the first, the lowest, the highest and the last point of a line, which draws the same
/// pixels as all points do (Jugel, Jerzak, Hackenbroich and Markl, “M4: A Visualization-Oriented Time Series Data
/// Aggregation”, VLDB 2014).
///
/// Made for tens of millions of rows: columns are found by bisection, so that x is read at a few places only, and y once.
enum Decimation {
  /// The rows to keep, in their order.
  ///
  /// - Parameters:
  ///   - y: The values of the whole line, on any scale that keeps their order.
  ///   - rows: The part of the line to reduce; its values of y are finite.
  ///   - column: The number of the pixel column that a row falls in; it must not turn back from row to row.
  static func m4(_ y: UnsafeBufferPointer<Double>, rows: Range<Int>, column: (Int) -> Double) -> [Int] {
    var kept: [Int] = []
    for rows in columns(of: rows, column) { append(y, rows, to: &kept) }
    return kept
  }

  /// The rows of each column, in their order.
  @inline(__always)
  static func columns<Number: Equatable>(of rows: Range<Int>, _ column: (Int) -> Number) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var (first, count) = (rows.lowerBound, 1)
    while first < rows.upperBound {
      let end = end(of: column(first), from: first, guess: first + count, before: rows.upperBound, column)
      columns.append(first..<end)
      // Columns mostly hold about as many rows as the one before.
      count = end - first
      first = end
    }
    return columns
  }

  /// The first row of another column: away from the guess in steps that double, then bisection.
  @inline(__always)
  private static func end<Number: Equatable>(
    of number: Number, from first: Int, guess: Int, before limit: Int, _ column: (Int) -> Number
  ) -> Int {
    var (inside, outside, step) = (first, min(guess, limit), 1)
    if outside < limit, column(outside) == number {
      inside = outside
      while inside + step < limit, column(inside + step) == number {
        inside += step
        step *= 2
      }
      outside = min(inside + step, limit)
    } else {
      while outside - step > first, column(outside - step) != number {
        outside -= step
        step *= 2
      }
      inside = max(outside - step, first)
    }
    while outside - inside > 1 {
      let middle = inside + (outside - inside) / 2
      if column(middle) == number { inside = middle } else { outside = middle }
    }
    return outside
  }

  private static func append(_ y: UnsafeBufferPointer<Double>, _ rows: Range<Int>, to kept: inout [Int]) {
    let last = rows.upperBound - 1
    kept.append(rows.lowerBound)
    if rows.count > 2 {
      let (lowest, highest) = extremes(y, rows)
      for row in [min(lowest, highest), max(lowest, highest)] where row != last && row != kept[kept.count - 1] {
        kept.append(row)
      }
    }
    if last > rows.lowerBound { kept.append(last) }
  }

  /// The first rows of the lowest and of the highest value.
  private static func extremes(_ y: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> (lowest: Int, highest: Int) {
    let (low, high) = bounds(y, rows)
    var (lowest, highest) = (rows.lowerBound, rows.lowerBound)
    while y[lowest] != low { lowest += 1 }
    while y[highest] != high { highest += 1 }
    return (lowest, highest)
  }

  /// The lowest and the highest value, four at a time; there is at least one, and none is NaN.
  static func bounds(_ y: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> (low: Double, high: Double) {
    var low = SIMD4(repeating: y[rows.lowerBound])
    var high = low
    let rest = y.forEachFour(in: rows) {
      low.replace(with: $0, where: $0 .< low)
      high.replace(with: $0, where: $0 .> high)
    }
    var bounds = (low: low.min(), high: high.max())
    for row in rest { bounds = (min(bounds.low, y[row]), max(bounds.high, y[row])) }
    return bounds
  }
}
