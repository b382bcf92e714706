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
    var first = rows.lowerBound
    var step = 1
    while first < rows.upperBound {
      let end = self.end(of: column(first), from: first, before: rows.upperBound, step: step, column)
      append(y, first..<end, to: &kept)
      // Columns mostly hold about as many rows as the one before.
      step = end - first
      first = end
    }
    return kept
  }

  /// The first row of another column: steps that double, then bisection.
  private static func end(
    of number: Double, from first: Int, before limit: Int, step: Int, _ column: (Int) -> Double
  ) -> Int {
    var (inside, step) = (first, max(step, 1))
    while inside + step < limit, column(inside + step) == number {
      inside += step
      step *= 2
    }
    var outside = min(inside + step, limit)
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

  /// The lowest and the highest value, four at a time.
  private static func bounds(_ y: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> (low: Double, high: Double) {
    var low = SIMD4(repeating: y[rows.lowerBound])
    var high = low
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      let values = SIMD4(y[row], y[row + 1], y[row + 2], y[row + 3])
      low.replace(with: values, where: values .< low)
      high.replace(with: values, where: values .> high)
      row += 4
    }
    var bounds = (low: low.min(), high: high.max())
    while row < rows.upperBound {
      bounds = (min(bounds.low, y[row]), max(bounds.high, y[row]))
      row += 1
    }
    return bounds
  }
}
