/// The rows of a log of text, until they become curves: steps and times by row, and for each metric the rows that have it.
struct LogRows: ~Copyable {
  /// The values of one metric.
  private struct Column {
    var tag: String
    var values: [Double] = []
    /// The row of each value; empty as long as every row has one.
    var rows: [Int32] = []
    var isDense = true

    @inline(__always)
    mutating func append(_ value: Double, row: Int) {
      values.append(value)
      if isDense {
        if values.count == row + 1 { return }
        // The first value of a column that comes late, or the first one after a gap.
        isDense = false
        rows = (0..<Int32(values.count - 1)).map { $0 }
      }
      rows.append(Int32(row))
    }
  }

  private(set) var steps: [Int] = []
  private var wallTimes: [Double] = []
  private var columns: [Column] = []
  private var positions: [String: Int] = [:]
  /// The rows at which the log goes back to a step that it had before.
  private var restarts: [Int] = []
  private var seen: Set<Int>?
  /// Whether the log is an export of ours: restarts were resolved before, and every row counts.
  var isExport = false

  /// How many rows there can be at most.
  static let limit = Int(Int32.max)

  /// Where the values of a metric go.
  mutating func column(_ tag: String) -> Int {
    if let position = positions[tag] { return position }
    positions[tag] = columns.count
    columns.append(Column(tag: tag))
    return columns.count - 1
  }

  /// Begins a row.
  ///
  /// - Parameter wallTime: Seconds since 1970; NaN if the log does not tell.
  mutating func beginRow(step: Int, wallTime: Double) {
    if !isExport, step < steps.last ?? .min {
      if seen == nil { seen = Set(steps) }
      if seen?.contains(step) ?? false { restarts.append(steps.count) }
    }
    seen?.insert(step)
    steps.append(step)
    wallTimes.append(wallTime)
  }

  /// Adds a value to the current row.
  @inline(__always)
  mutating func add(_ value: Double, to column: Int) {
    columns[column].append(value, row: steps.count - 1)
  }

  /// The curves, and how many points of how many restarts were replaced.
  ///
  /// A log that goes back to a step that it had before was begun again there, as a program does that was resumed: the rows
  /// from that step on that came earlier are replaced by the new ones.
  func curves() -> (table: ScalarTable, restarts: [Int], replaced: Int) {
    var table = ScalarTable()
    var replaced = 0
    let lives = liveRows()
    let (allSteps, allTimes) = (StepColumn(steps), TimeColumn(wallTimes))
    for column in columns where !column.values.isEmpty {
      let isWhole = column.isDense && column.values.count == steps.count && lives == nil
      if isWhole {
        table.append(ScalarSeries(tag: column.tag, steps: allSteps, values: column.values, wallTimes: allTimes))
        continue
      }
      var series = ScalarSeries(tag: column.tag)
      for (index, value) in column.values.enumerated() {
        let row = column.isDense ? index : Int(column.rows[index])
        if let lives, !lives[row] {
          replaced += 1
        } else {
          series.append(step: steps[row], value: value, wallTime: wallTimes[row])
        }
      }
      table.append(series)
    }
    return (table, restarts.map { steps[$0] }, replaced)
  }

  /// Which rows count; `nil` if all do. A row does if no later session begins at its step or before.
  private func liveRows() -> [Bool]? {
    if restarts.isEmpty { return nil }
    var lives = [Bool](repeating: true, count: steps.count)
    var limit = Int.max
    var pending = restarts
    for row in steps.indices.reversed() {
      // A step of 2⁶³-1 is below no limit and is kept while none was set.
      lives[row] = steps[row] < limit || limit == .max
      if pending.last == row {
        pending.removeLast()
        limit = min(limit, steps[row])
      }
    }
    return lives
  }
}
