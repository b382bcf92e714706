/// Curves by tag, in the order in which their tags first occur.
struct ScalarTable {
  private(set) var series: [ScalarSeries] = []
  private var positions: [String: Int] = [:]

  var isEmpty: Bool { series.isEmpty }
  var tags: Set<String> { Set(series.map(\.tag)) }

  /// Puts all points of a curve after those there are.
  mutating func append(_ other: ScalarSeries) {
    let position = position(of: other.tag)
    if series[position].count == 0 {
      series[position] = other
    } else {
      series[position].append(contentsOf: other)
    }
  }

  /// Makes room for a multiple of the points that are here.
  mutating func reserveCapacity(times factor: Double) {
    for index in series.indices {
      series[index].values.reserveCapacity(Int(Double(series[index].count) * factor))
    }
  }

  /// Puts the points of a curve among those there are, by step; of equal steps those that are here come first. Each of
  /// the two keeps its own order, so a curve whose steps go back does not lose that.
  mutating func merge(_ other: ScalarSeries) {
    let index = position(of: other.tag)
    let own = series[index]
    var merged = ScalarSeries(tag: own.tag)
    var next = 0
    func take(_ source: ScalarSeries, _ index: Int) {
      merged.append(step: source.steps[index], value: source.values[index], wallTime: source.wallTimes[index])
    }
    for position in 0..<own.count {
      while next < other.count, other.steps[next] < own.steps[position] {
        take(other, next)
        next += 1
      }
      take(own, position)
    }
    for position in next..<other.count { take(other, position) }
    series[index] = merged
  }

  /// Removes the points from a step on and returns how many those were.
  ///
  /// - Parameter tags: The curves to cut; all by default.
  mutating func removePoints(from step: Int, in tags: Set<String>? = nil) -> Int {
    var removed = 0
    for index in series.indices where tags?.contains(series[index].tag) ?? true {
      let before = series[index].count
      series[index].removePoints(from: step)
      removed += before - series[index].count
    }
    return removed
  }

  private mutating func position(of tag: String) -> Int {
    if let position = positions[tag] { return position }
    positions[tag] = series.count
    series.append(ScalarSeries(tag: tag))
    return series.count - 1
  }
}

extension ScalarSeries {
  fileprivate mutating func removePoints(from step: Int) {
    guard steps.contains(where: { $0 >= step }) else { return }
    var kept = ScalarSeries(tag: tag)
    for (place, (value, wallTime)) in zip(steps, zip(values, wallTimes)) where place < step {
      kept.append(step: place, value: value, wallTime: wallTime)
    }
    self = kept
  }

  fileprivate mutating func append(contentsOf other: ScalarSeries) {
    steps.append(contentsOf: other.steps)
    values += other.values
    wallTimes.append(contentsOf: other.wallTimes)
  }
}
