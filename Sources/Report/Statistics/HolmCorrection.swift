/// Holm's step-down correction (S. Holm, “A simple sequentially rejective multiple test procedure”, 1979): the more is
/// tried, the likelier one result looks good by chance.
enum HolmCorrection {
  /// The corrected p of each of several tests, in their order: the k-th smallest times (m − k + 1), never smaller than the
  /// one before and at most 1. NaN stays NaN and does not count.
  static func adjusted(_ ps: [Double]) -> [Double] {
    let order = ps.indices.filter { !ps[$0].isNaN }.sorted { (ps[$0], $0) < (ps[$1], $1) }
    var result = ps
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, ps[index] * Double(order.count - rank)))
      result[index] = largest
    }
    return result
  }
}
