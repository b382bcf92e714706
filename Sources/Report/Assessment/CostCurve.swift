internal import Runs

/// A curve as the rules of ``Assessment`` see it: finite costs, smaller is better, few enough points to be quick.
struct CostCurve {
  /// The step of each point; of a block its middle one.
  var steps: [Int]
  /// The cost of each point; of a block its median.
  var costs: [Double]

  /// More points than this are reduced to blocks.
  static let pointLimit = 400
  static let blockCount = 200

  /// Takes the finite points of a series.
  init(_ series: ScalarSeries, cost: (Double) -> Double) {
    let finite = series.values.indices.filter { series.values[$0].isFinite }
    guard finite.count > CostCurve.pointLimit else {
      steps = finite.map { series.steps[$0] }
      costs = finite.map { cost(series.values[$0]) }
      return
    }
    steps = []
    costs = []
    for block in 0..<CostCurve.blockCount {
      let range = finite.count * block / CostCurve.blockCount..<finite.count * (block + 1) / CostCurve.blockCount
      steps.append(series.steps[finite[(range.lowerBound + range.upperBound - 1) / 2]])
      costs.append(RobustStatistics.median(finite[range].map { cost(series.values[$0]) }))
    }
  }

  var count: Int { costs.count }

  /// The number of points that a statement about the end rests on: a tenth of all, at least one.
  var window: Int { max(1, count / 10) }

  /// The median cost of the first twentieth.
  var start: Double { RobustStatistics.median(costs.prefix(max(1, count / 20))) }

  /// The median cost of the last window.
  var end: Double { RobustStatistics.median(costs.suffix(window)) }

  /// The median cost of the window before the last one.
  var beforeEnd: Double { RobustStatistics.median(costs.dropLast(window).suffix(window)) }

  /// The median cost of the window around a step.
  func level(around step: Int) -> Double {
    let next = steps.firstIndex { $0 >= step } ?? count - 1
    let half = window / 2
    return RobustStatistics.median(costs[max(0, next - half)...min(count - 1, next + half)])
  }

  /// How far the median of a window may lie from the truth: 3.75 σ/√window. Zero below ten points.
  var noise: Double {
    guard count >= 10 else { return 0 }
    let half = costs.suffix(max(10, count / 2))
    return 3.75 * RobustStatistics.noise(half) / Double(window).squareRoot()
  }

  /// The centred running median over a window, cut off at both ends.
  func smoothed() -> [Double] {
    let half = window / 2
    guard half > 0 else { return costs }
    return costs.indices.map { index in
      RobustStatistics.median(costs[max(0, index - half)...min(count - 1, index + half)])
    }
  }
}

/// Statistics that single wild values do not move.
enum RobustStatistics {
  /// The median; of an even number of values the mean of the middle two. NaN for no values.
  static func median(_ values: some Sequence<Double>) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
  }

  /// The standard deviation of the noise around a smooth trend.
  ///
  /// Second differences cancel a trend; those of independent noise have √6 times its deviation, and the median of
  /// the magnitudes of normal values is 1/1.4826 of theirs.
  static func noise(_ values: some Collection<Double>) -> Double {
    let values = Array(values)
    guard values.count >= 3 else { return 0 }
    let differences = (1..<values.count - 1).map { index -> Double in
      let mean = values[index - 1] / 2 + values[index + 1] / 2
      return 2 * (mean - values[index]).magnitude
    }
    return 1.4826 * median(differences) / 6.0.squareRoot()
  }
}
