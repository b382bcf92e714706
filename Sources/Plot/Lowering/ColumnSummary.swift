/// What one look at a column of numbers tells, so that domains, gaps, order and descriptions need no look of their own.
///
/// Made for tens of millions of rows: the column is read once, a stretch at a time that stays in the fastest cache, and
/// there four values at a time.
struct ColumnSummary: Sendable, Hashable {
  /// Whether every value is finite. If not, nothing else is known, and ``isWhole`` and ``isOrdered`` are false.
  private(set) var isFinite = true
  /// The first row of the smallest value; 0 when there is none.
  private(set) var lowRow = 0
  /// The first row of the largest value; 0 when there is none.
  private(set) var highRow = 0
  /// The smallest value; infinite when there is none.
  private(set) var low = Double.infinity
  /// The largest value; negative infinity when there is none.
  private(set) var high = -Double.infinity
  /// Whether every value is a whole number.
  private(set) var isWhole = true
  /// Whether the values never turn back: they do not both rise and fall.
  private(set) var isOrdered = true
  private var rises = false
  private var falls = false

  private static let stretch = 1024

  init(_ values: [Double]) {
    values.withUnsafeBufferPointer { values in
      for first in stride(from: 0, to: values.count, by: Self.stretch) {
        add(values, first..<min(first + Self.stretch, values.count))
        if !isFinite { return }
      }
    }
  }

  private mutating func add(_ values: UnsafeBufferPointer<Double>, _ rows: Range<Int>) {
    guard Self.isFinite(values, rows) else {
      (isFinite, isWhole, isOrdered) = (false, false, false)
      return
    }
    let bounds = Decimation.bounds(values, rows)
    if bounds.low < low { (low, lowRow) = Self.first(bounds.low, in: values, rows) }
    if bounds.high > high { (high, highRow) = Self.first(bounds.high, in: values, rows) }
    if isWhole { isWhole = Self.isWhole(values, rows) }
    if isOrdered {
      // From the last row of the stretch before.
      let (rises, falls) = Self.directions(values, max(rows.lowerBound - 1, 0)..<rows.upperBound)
      self.rises = self.rises || rises
      self.falls = self.falls || falls
      isOrdered = !(self.rises && self.falls)
    }
  }

  /// The value as it stands in the column (0 and −0 are equal), and its row.
  private static func first(
    _ value: Double, in values: UnsafeBufferPointer<Double>, _ rows: Range<Int>
  ) -> (Double, Int) {
    let row = rows.first { values[$0] == value } ?? rows.lowerBound
    return (values[row], row)
  }

  // MARK: Four values at a time

  private static func isFinite(_ values: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> Bool {
    // 0 times a value is 0, but for infinities and NaN; sums of zeros are 0.
    var zeros = SIMD4<Double>()
    let rest = values.forEachFour(in: rows) { zeros += $0 * 0 }
    return zeros.sum() == 0 && rest.allSatisfy { values[$0].isFinite }
  }

  private static func isWhole(_ values: UnsafeBufferPointer<Double>, _ rows: Range<Int>) -> Bool {
    // From 2⁵² on every number is whole. Below, adding 2⁵² and taking it away again rounds.
    let limit = SIMD4<Double>(repeating: 0x1p52)
    var isWhole = SIMDMask<SIMD4<Int64>>(repeating: true)
    let rest = values.forEachFour(in: rows) {
      var size = $0.replacing(with: -$0, where: $0 .< 0)
      size.replace(with: limit, where: size .> limit)
      isWhole .&= (size + limit) - limit .== size
    }
    return all(isWhole) && rest.allSatisfy { values[$0].rounded(.towardZero) == values[$0] }
  }

  /// Whether any value is larger and whether any is smaller than the one before it.
  private static func directions(
    _ values: UnsafeBufferPointer<Double>, _ rows: Range<Int>
  ) -> (rises: Bool, falls: Bool) {
    var rises = SIMDMask<SIMD4<Int64>>(repeating: false)
    var falls = rises
    var row = rows.lowerBound + 1
    while row + 4 <= rows.upperBound {
      let (earlier, later) = (values.four(from: row - 1), values.four(from: row))
      rises .|= later .> earlier
      falls .|= later .< earlier
      row += 4
    }
    let rest = row..<max(row, rows.upperBound)
    return (
      any(rises) || rest.contains { values[$0] > values[$0 - 1] },
      any(falls) || rest.contains { values[$0] < values[$0 - 1] }
    )
  }
}

extension UnsafeBufferPointer<Double> {
  /// The values of four rows.
  @inline(__always)
  func four(from row: Int) -> SIMD4<Double> { SIMD4(self[row], self[row + 1], self[row + 2], self[row + 3]) }

  /// Calls the closure with four values at a time.
  ///
  /// - Returns: The rows at the end that are left over, three at most.
  @inline(__always)
  func forEachFour(in rows: Range<Int>, _ body: (SIMD4<Double>) -> Void) -> Range<Int> {
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      body(four(from: row))
      row += 4
    }
    return row..<rows.upperBound
  }
}
