internal import Plot
internal import Runs

/// The mean of several curves with its confidence interval at each step that all of them have.
struct GroupCurve: Hashable, Sendable {
  /// Where the points lie: steps, epochs or seconds.
  var x: [Double]
  /// The steps of the points.
  var steps: [Double]
  /// The mean of the curves; NaN where one of them is not finite.
  var mean: [Double]
  /// The ends of the 95 % interval of the mean, from t(0.95; n − 1)·s/√n on an ``IntervalScale``; empty for a single
  /// curve.
  var low: [Double] = []
  var high: [Double] = []
  /// How many curves there are.
  var count: Int

  /// Whether there is an interval.
  var hasInterval: Bool { !low.isEmpty }

  /// The mean of curves.
  ///
  /// A step that a curve has twice counts with its last value.
  ///
  /// - Parameters:
  ///   - curves: The members.
  ///   - x: The place of each point of each member; nil places points at their steps. Where members differ, the mean of
  ///     their places counts.
  ///   - scale: What the interval is formed on.
  init(_ curves: [ScalarSeries], x places: [[Double]]? = nil, scale: IntervalScale = .linear) {
    count = curves.count
    let rows = GroupCurve.sharedRows(curves.map { Array($0.steps) })
    let n = Double(max(curves.count, 1))
    let length = rows.first?.count ?? 0
    steps = curves.first.map { curve in rows[0].map { Double(curve.steps[$0]) } } ?? []
    x = places == nil ? steps : [Double](repeating: 0, count: length)
    mean = [Double](repeating: 0, count: length)
    for (member, curve) in curves.enumerated() {
      for (index, row) in rows[member].enumerated() { mean[index] += curve.values[row] / n }
      guard let places else { continue }
      for (index, row) in rows[member].enumerated() { x[index] += places[member][row] / n }
    }
    for index in mean.indices where !mean[index].isFinite { mean[index] = .nan }
    guard curves.count > 1 else { return }
    var squares = [Double](repeating: 0, count: length)
    for (member, curve) in curves.enumerated() {
      for (index, row) in rows[member].enumerated() {
        let deviation = curve.values[row] - mean[index]
        squares[index] += deviation * deviation
      }
    }
    let t = StudentDistribution.quantile(level: 0.95, degreesOfFreedom: n - 1)
    let ends = zip(mean, squares).map { scale.ends($0, plusMinus: t * ($1 / (n - 1) / n).squareRoot()) }
    (low, high) = (ends.map(\.low), ends.map(\.high))
  }

  /// The rows of the steps that all have, one list a member, in ascending order of steps.
  private static func sharedRows(_ steps: [[Int]]) -> [[Int]] {
    guard let first = steps.first else { return [] }
    if isAscending(first), steps.dropFirst().allSatisfy({ $0 == first }) {
      return Array(repeating: Array(first.indices), count: steps.count)
    }
    // Later rows of equal steps win.
    let rows = steps.map { Dictionary(zip($0, $0.indices)) { _, later in later } }
    let shared = (rows.first?.keys.filter { step in rows.dropFirst().allSatisfy { $0[step] != nil } } ?? []).sorted()
    return rows.map { rows in shared.compactMap { rows[$0] } }
  }

  private static func isAscending(_ steps: [Int]) -> Bool {
    zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 }
  }
}

extension GroupCurve {
  /// The curve with at most so many points: of each of equal stretches the lowest and the highest, and both ends.
  ///
  /// No spike is lost, and the interval covers what it covered: of each stretch its lowest and highest end are kept.
  ///
  /// - Parameter limit: At least 8.
  func reduced(to limit: Int) -> GroupCurve {
    guard x.count > limit else { return self }
    let stretches = max(2, limit / 2 - 1)
    var rows: [Int] = [0]
    var bounds: [Range<Int>] = [0..<1]
    let inner = 1..<(x.count - 1)
    for stretch in 0..<stretches {
      let range =
        inner.lowerBound + inner.count * stretch / stretches..<inner.lowerBound + inner.count * (stretch + 1)
        / stretches
      guard !range.isEmpty else { continue }
      let gap = range.first { mean[$0].isNaN }
      let finite = range.filter { !mean[$0].isNaN }
      let lowest = finite.min { mean[$0] < mean[$1] }
      let highest = finite.max { mean[$0] < mean[$1] }
      for row in Set([lowest, highest, gap].compactMap { $0 }).sorted() {
        rows.append(row)
        bounds.append(range)
      }
    }
    rows.append(x.count - 1)
    bounds.append(x.count - 1..<x.count)
    var result = self
    result.x = rows.map { x[$0] }
    result.steps = rows.map { steps[$0] }
    result.mean = rows.map { mean[$0] }
    guard hasInterval else { return result }
    func ends(_ column: [Double], _ end: ([Double]) -> Double?) -> [Double] {
      zip(rows, bounds).map { row, range in mean[row].isNaN ? .nan : end(column[range].filter { !$0.isNaN }) ?? .nan }
    }
    result.low = ends(low) { $0.min() }
    result.high = ends(high) { $0.max() }
    return result
  }
}

extension GroupCurve {
  /// Whether the curve is so rough that lines of it hide each other: it has more than 200 points and goes up and down by
  /// more than 20 times its range.
  var isRough: Bool {
    guard mean.count > 200 else { return false }
    var (travel, lowest, highest) = (0.0, Double.infinity, -Double.infinity)
    var last: Double?
    for value in mean where value.isFinite {
      if let last { travel += (value - last).magnitude }
      (lowest, highest) = (min(lowest, value), max(highest, value))
      last = value
    }
    return travel > 20 * (highest - lowest)
  }

  /// How many points the moving average of ``smoothed()`` looks back to.
  static func span(of count: Int) -> Int { max(2, count / 40) }

  /// The curve as TensorBoard's exponential moving average over a fortieth of its points; around a single curve a band
  /// keeps all its values, around a mean its interval is smoothed too.
  func smoothed() -> GroupCurve {
    let weight = 1 - 2 / Double(GroupCurve.span(of: mean.count) + 1)
    let smoothing = Smoothing.exponential(weight)
    var result = self
    result.mean = smoothing.apply(mean)
    if hasInterval {
      result.low = smoothing.apply(low)
      result.high = smoothing.apply(high)
    } else {
      (result.low, result.high) = (mean, mean)
    }
    return result
  }
}
