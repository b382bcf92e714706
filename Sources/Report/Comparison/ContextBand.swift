/// Many curves as what they cover: the range of all of them and of the middle half, column by column.
///
/// The x axis is divided into columns, or every distinct x is one where there are few. A curve's value in a column is its
/// mean there for the middle half; the range holds every finite value.
struct ContextBand: Sendable {
  var x: [Double] = []
  var low: [Double] = []
  var high: [Double] = []
  var lowerQuartile: [Double] = []
  var upperQuartile: [Double] = []

  static let columns = 120

  init(_ curves: [(x: [Double], y: [Double])]) {
    // Logs without times have no places on an axis of time.
    let places = curves.flatMap { curve in
      let finite = curve.x.lazy.filter(\.isFinite)
      return [finite.min(), finite.max()].compactMap { $0 }
    }
    guard let first = places.min(), let last = places.max() else { return }
    let distinct = ContextBand.distinct(curves)
    let count = distinct?.count ?? ContextBand.columns
    func column(_ x: Double) -> Int {
      if let distinct { return ContextBand.index(of: x, in: distinct) }
      // Halves, because the difference of two large places may overflow.
      let fraction = (x / 2 - first / 2) / (last / 2 - first / 2)
      return min(count - 1, Int(fraction * Double(count)))
    }
    var members = [[Double]](repeating: [], count: count)
    var (lows, highs) = ([Double](repeating: .infinity, count: count), [Double](repeating: -.infinity, count: count))
    for curve in curves {
      var (sum, size, current) = (0.0, 0.0, -1)
      func close() {
        if size > 0 { members[current].append(sum / size) }
        (sum, size) = (0, 0)
      }
      for (x, y) in zip(curve.x, curve.y) where y.isFinite && x.isFinite {
        let next = column(x)
        if next != current {
          close()
          current = next
        }
        sum += y
        size += 1
        lows[next] = min(lows[next], y)
        highs[next] = max(highs[next], y)
      }
      close()
    }
    for index in members.indices where !members[index].isEmpty {
      let sorted = members[index].sorted()
      let fraction = (Double(index) + 0.5) / Double(count)
      let centre = first * (1 - fraction) + last * fraction
      // Bands reach both ends of the axis.
      x.append(distinct?[index] ?? (index == 0 ? first : index == count - 1 ? last : centre))
      low.append(lows[index])
      high.append(highs[index])
      lowerQuartile.append(sorted[(sorted.count - 1) / 4])
      upperQuartile.append(sorted[sorted.count - 1 - (sorted.count - 1) / 4])
    }
  }

  /// The distinct places of all curves in order, if there are few.
  private static func distinct(_ curves: [(x: [Double], y: [Double])]) -> [Double]? {
    var found = Set<Double>()
    for curve in curves {
      found.formUnion(curve.x.lazy.filter(\.isFinite))
      if found.count > columns { return nil }
    }
    return found.sorted()
  }

  private static func index(of value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
