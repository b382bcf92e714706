/// The points of several curves as rows: points of one step and one time, as a program logs them together, share a row.
///
/// Each curve keeps its order, whatever its steps and times do, and no point is left out or made up. Rows follow each
/// other by time, where the curves allow it.
struct ScalarRows: Sequence, IteratorProtocol {
  struct Row {
    var step: Int
    /// Seconds since 1970; NaN where the log tells no time.
    var wallTime: Double
    /// The values there are, each with the index of its curve, in the order of the curves.
    var cells: [(series: Int, value: Double)]
  }

  private let series: [ScalarSeries]
  private var position: [Int]
  /// The curves that have points left.
  private var open: [Int]

  init(_ series: [ScalarSeries]) {
    self.series = series
    position = [Int](repeating: 0, count: series.count)
    open = series.indices.filter { series[$0].count > 0 }
  }

  mutating func next() -> Row? {
    guard var first = open.first else { return nil }
    for index in open.dropFirst() where precedes(index, first) { first = index }
    let step = series[first].steps[position[first]]
    let wallTime = series[first].wallTimes[position[first]]
    var row = Row(step: step, wallTime: wallTime, cells: [])
    var isAnyAtItsEnd = false
    for index in open {
      let place = position[index]
      let curve = series[index]
      guard curve.steps[place] == step, curve.wallTimes[place].bitPattern == wallTime.bitPattern else { continue }
      row.cells.append((index, curve.values[place]))
      position[index] = place + 1
      if place + 1 == curve.count { isAnyAtItsEnd = true }
    }
    if isAnyAtItsEnd { open.removeAll { position[$0] == series[$0].count } }
    return row
  }

  /// Whether the next point of a curve belongs before that of another: by time, or by step where a time is missing.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let leftTime = series[left].wallTimes[position[left]]
    let rightTime = series[right].wallTimes[position[right]]
    if leftTime < rightTime { return true }
    if leftTime > rightTime { return false }
    return series[left].steps[position[left]] < series[right].steps[position[right]]
  }
}
