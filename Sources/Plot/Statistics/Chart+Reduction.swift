extension Chart {
  /// The chart with long lines reduced for a screen, and how many rows its lines had before and have now.
  ///
  /// Of each of so many columns of equal width the first, the lowest, the highest and the last row of a line stay (M4), and
  /// a gap stays a gap. Lines that turn back, bend, are smoothed or computed from several rows stay as they are.
  ///
  /// - Parameter columns: How many columns the width of the chart has; a line keeps about four rows each.
  package func reduced(columns: Int) -> (chart: Chart, drawn: Int, stored: Int) {
    var chart = self
    var (drawn, stored) = (0, 0)
    let ends = marks.compactMap { mark -> ClosedRange<Double>? in
      guard case .line(let line) = mark, let x = line.x.quantities else { return nil }
      return x.finiteRange
    }
    guard let low = ends.map(\.lowerBound).min(), let high = ends.map(\.upperBound).max() else { return (self, 0, 0) }
    for (number, mark) in marks.enumerated() {
      guard case .line(let line) = mark else { continue }
      let reduced = line.reduced(columns: columns, over: low...high)
      chart.marks[number] = .line(reduced)
      drawn += reduced.x.count
      stored += line.x.count
    }
    return (chart, drawn, stored)
  }
}

extension LineMark {
  /// The mark with the rows that make a difference to a picture so many columns wide.
  fileprivate func reduced(columns: Int, over domain: ClosedRange<Double>) -> LineMark {
    guard columns > 0, aggregation == nil, smoothing == nil, (interpolation ?? .linear) == .linear,
      let places = x.quantities, let values = y.quantities, places.count == values.count, places.count > 4 * columns
    else { return self }
    if case .column = series { return self }
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0, extent.isFinite, zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) else { return self }
    let scale = Double(columns) / extent
    let rows = values.withUnsafeBufferPointer { buffer in
      Self.runs(buffer).flatMap { run -> [Int] in
        // The row that is missing stays, so that the gap does.
        let gap = run.upperBound < buffer.count ? [run.upperBound] : []
        return Decimation.m4(buffer, rows: run) { ((places[$0] - domain.lowerBound) * scale).rounded(.down) } + gap
      }
    }
    var mark = self
    mark.x = x.isTime ? .seconds(rows.map { places[$0] }) : .numbers(rows.map { places[$0] })
    mark.y = y.isTime ? .seconds(rows.map { values[$0] }) : .numbers(rows.map { values[$0] })
    return mark
  }

  /// The rows between missing values.
  private static func runs(_ values: UnsafeBufferPointer<Double>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var first: Int?
    for row in values.indices {
      if values[row].isFinite {
        first = first ?? row
      } else if let start = first {
        runs.append(start..<row)
        first = nil
      }
    }
    if let first { runs.append(first..<values.count) }
    return runs
  }
}

extension [Double] {
  fileprivate var finiteRange: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in self where value.isFinite { (low, high) = (Swift.min(low, value), Swift.max(high, value)) }
    return low <= high ? low...high : nil
  }
}
