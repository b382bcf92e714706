/// The rows of a moving window in the order of their values: a Fenwick tree over the ranks of all rows (Fenwick, “A New
/// Data Structure for Cumulative Frequency Tables”, 1994). Each step costs O(log n), however wide the window.
struct RankedWindow {
  private let sorted: [Double]
  /// The rank of each row from 1, or 0 for a row without a finite value.
  private let ranks: [Int]
  private var tree: [Int]
  /// How many finite values are in the window.
  private(set) var count = 0

  init(_ values: [Double]) {
    let order = values.indices.filter { values[$0].isFinite }.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, row) in order.enumerated() { ranks[row] = rank + 1 }
    self.ranks = ranks
    sorted = order.map { values[$0] }
    tree = [Int](repeating: 0, count: sorted.count + 1)
  }

  mutating func insert(_ row: Int) { add(1, at: ranks[row]) }
  mutating func remove(_ row: Int) { add(-1, at: ranks[row]) }

  /// The median of the rows in the window; NaN for none.
  var median: Double {
    guard count > 0 else { return .nan }
    let upper = value(count / 2)
    return count % 2 == 1 ? upper : Quantile.interpolate(value(count / 2 - 1), upper, at: 0.5)
  }

  private mutating func add(_ change: Int, at rank: Int) {
    guard rank > 0 else { return }
    count += change
    var node = rank
    while node < tree.count {
      tree[node] += change
      node += node & -node
    }
  }

  /// The value with so many others of the window before it.
  private func value(_ before: Int) -> Double {
    var (node, rest) = (0, before)
    var step = 1 << (Int.bitWidth - 1 - tree.count.leadingZeroBitCount)
    while step > 0 {
      if node + step < tree.count, tree[node + step] <= rest {
        node += step
        rest -= tree[node]
      }
      step >>= 1
    }
    return sorted[node]
  }
}
