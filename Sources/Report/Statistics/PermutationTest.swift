/// Exact permutation tests of a difference of means: every way in which chance could have dealt the values out.
///
/// They assume nothing about how the values are distributed. The two-sided p is twice the smaller one-sided p, at most 1,
/// as `scipy.stats.permutation_test` computes it; differences within a relative 10⁻¹⁴ of the observed one count as equal.
enum PermutationTest {
  /// The largest sample that is tried in full: 8 a side have 12,870 divisions.
  static let sizeLimit = 8

  /// p of two independent samples: the values are dealt out to sides of the same sizes in all ways.
  ///
  /// - Returns: nil if a sample is empty or larger than ``sizeLimit``.
  static func independent(_ a: [Double], _ b: [Double]) -> Double? {
    guard (1...sizeLimit).contains(a.count), (1...sizeLimit).contains(b.count) else { return nil }
    let values = a + b
    let total = values.reduce(0, +)
    func difference(_ sum: Double) -> Double { sum / Double(a.count) - (total - sum) / Double(b.count) }
    var tally = Tally(observed: difference(a.reduce(0, +)))
    func deal(from index: Int, wanted: Int, sum: Double) {
      if wanted == 0 { return tally.count(difference(sum)) }
      guard values.count - index >= wanted else { return }
      deal(from: index + 1, wanted: wanted - 1, sum: sum + values[index])
      deal(from: index + 1, wanted: wanted, sum: sum)
    }
    deal(from: 0, wanted: a.count, sum: 0)
    return tally.p
  }

  /// p of pairs: within each pair the two values change sides in all ways.
  ///
  /// - Parameter differences: The difference of each pair.
  /// - Returns: nil without a pair, or above twice ``sizeLimit``.
  static func paired(_ differences: [Double]) -> Double? {
    guard (1...2 * sizeLimit).contains(differences.count) else { return nil }
    let n = Double(differences.count)
    var tally = Tally(observed: differences.reduce(0, +) / n)
    for signs in 0..<(1 << differences.count) {
      let sum = differences.indices.reduce(0.0) { $0 + (signs >> $1 & 1 == 1 ? -differences[$1] : differences[$1]) }
      tally.count(sum / n)
    }
    return tally.p
  }

  private struct Tally {
    let observed: Double
    private let margin: Double
    private var total = 0
    private var atMost = 0
    private var atLeast = 0

    init(observed: Double) {
      self.observed = observed
      margin = observed.magnitude * 1e-14
    }

    mutating func count(_ value: Double) {
      total += 1
      if value <= observed + margin { atMost += 1 }
      if value >= observed - margin { atLeast += 1 }
    }

    var p: Double { min(1, 2 * Double(min(atMost, atLeast)) / Double(total)) }
  }
}
