internal import Foundation

/// Tick values after J. Talbot, S. Lin and P. Hanrahan (2010), “An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes”: the best sequence by simplicity of its step, coverage of the data, density and legibility, found by
/// a search that stops as soon as nothing better is possible.
struct ExtendedTicks {
  /// Where the labels may lie.
  enum Reach {
    /// None outside the domain.
    case inside
    /// The first and the last at or beyond the ends of the domain.
    case covering
  }

  /// A sequence of labels: `(start + i · skip) · q` for `i` below `count`, times a power of ten.
  private struct Candidate {
    var tenths: Int
    var skip: Int
    var start: Int
    var count: Int
    var power: Int
  }

  /// Steps from the simplest, in tenths, so that 2.5 is a whole number.
  private static let steps = [10, 50, 20, 25, 40, 30]
  private static let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5, legibility: 0.05)

  private let low: Double
  private let high: Double
  private let exponent: Int
  private let wanted: Int
  private let isWhole: Bool
  private let reach: Reach
  private var best: Candidate?
  private var bestScore = -2.0

  /// The best labels for a domain, or `nil` where the domain is too narrow for two labels that differ, too wide, or holds no
  /// two whole numbers where those are asked for.
  ///
  /// - Parameters:
  ///   - wanted: The number of labels to aim for, at least 2.
  ///   - isWhole: Whether labels between whole numbers would mislead.
  static func values(
    in domain: ClosedRange<Double>, wanted: Int, isWhole: Bool = false, reach: Reach = .inside
  ) -> [Double]? {
    guard var search = ExtendedTicks(domain, wanted: min(max(wanted, 2), 50), isWhole: isWhole, reach: reach) else {
      return nil
    }
    search.run()
    let values = search.best.map(search.values) ?? []
    let differ = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    return values.count >= 2 && differ && values.allSatisfy(\.isFinite) ? values : nil
  }

  /// The domain is scaled so that its extent is between 1 and 10, whatever its size.
  private init?(_ domain: ClosedRange<Double>, wanted: Int, isWhole: Bool, reach: Reach) {
    let extent = domain.upperBound - domain.lowerBound
    guard extent.isFinite, extent > 0 else { return nil }
    exponent = DecimalNumber.exponent(of: extent)
    low = DecimalNumber.value(domain.lowerBound, exponent: -exponent)
    high = DecimalNumber.value(domain.upperBound, exponent: -exponent)
    guard max(abs(low), abs(high)) < 1e11, high > low else { return nil }
    (self.wanted, self.isWhole, self.reach) = (wanted, isWhole, reach)
  }

  // MARK: Search

  private mutating func run() {
    // The bounds end the search; the limits are for domains in which the reach rules out every good candidate.
    for skip in 1...6 {
      for (rank, tenths) in Self.steps.enumerated() {
        let simplicity = 2 - Double(rank) / Double(Self.steps.count - 1) - Double(skip)
        if Self.score(simplicity, 1, 1, 1) < bestScore { return }
        tryCounts(tenths: tenths, rank: rank, skip: skip, simplicity: simplicity)
      }
    }
  }

  private mutating func tryCounts(tenths: Int, rank: Int, skip: Int, simplicity: Double) {
    for count in 2...(wanted * 3 / 2 + 2) {
      let density = count >= wanted ? 2 - Double(count - 1) / Double(wanted - 1) : 1
      if Self.score(simplicity, 1, density, 1) < bestScore { return }
      let smallest = (high - low) / Double(count + 1) / Double(skip) / Double(tenths) * 10
      let first = Int(ceil(log10(smallest)))
      for power in first...first + 2 {
        let step = self.step(tenths, skip, power)
        let coverage = coverageBound(span: step * Double(count - 1))
        if Self.score(simplicity, coverage, density, 1) < bestScore { break }
        guard isAllowed(tenths * skip, power) else { continue }
        tryStarts(Candidate(tenths: tenths, skip: skip, start: 0, count: count, power: power), rank: rank)
      }
    }
  }

  private mutating func tryStarts(_ shape: Candidate, rank: Int) {
    let step = step(shape.tenths, shape.skip, shape.power)
    let first = (Int(floor(high / step)) - shape.count + 1) * shape.skip
    let last = Int(ceil(low / step)) * shape.skip
    guard first <= last else { return }
    for start in first...last {
      var candidate = shape
      candidate.start = start
      let (begin, end) = ends(candidate)
      guard fits(begin, end, slack: step * 1e-6), showsZero(candidate) else { continue }
      let score = Self.score(
        simplicity(candidate, rank: rank), coverage(begin, end), density(candidate, begin, end), legibility(candidate))
      if score > bestScore { (best, bestScore) = (candidate, score) }
    }
  }

  private func fits(_ begin: Double, _ end: Double, slack: Double) -> Bool {
    switch reach {
    case .inside: begin >= low - slack && end <= high + slack
    case .covering: begin <= low + slack && end >= high - slack
    }
  }

  /// Where values lie on both sides of 0, it has a label.
  private func showsZero(_ candidate: Candidate) -> Bool {
    low >= 0 || high <= 0 || candidate.start % candidate.skip == 0
  }

  /// Whether the step is a whole number where only those make sense.
  private func isAllowed(_ tenths: Int, _ power: Int) -> Bool {
    let total = power + exponent - 1
    return !isWhole || total >= 0 || (total == -1 && tenths % 10 == 0)
  }

  // MARK: Scores

  private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double, _ legibility: Double) -> Double
  {
    weights.simplicity * simplicity + weights.coverage * coverage + weights.density * density
      + weights.legibility * legibility
  }

  private func simplicity(_ candidate: Candidate, rank: Int) -> Double {
    let last = candidate.start + (candidate.count - 1) * candidate.skip
    let hasZero = candidate.start % candidate.skip == 0 && candidate.start <= 0 && last >= 0
    return 1 - Double(rank) / Double(Self.steps.count - 1) - Double(candidate.skip) + (hasZero ? 1 : 0)
  }

  private func coverage(_ begin: Double, _ end: Double) -> Double {
    let tenth = 0.1 * (high - low)
    return 1 - 0.5 * ((high - end) * (high - end) + (low - begin) * (low - begin)) / (tenth * tenth)
  }

  private func coverageBound(span: Double) -> Double {
    let half = (span - (high - low)) / 2
    let tenth = 0.1 * (high - low)
    return half > 0 ? 1 - half * half / (tenth * tenth) : 1
  }

  private func density(_ candidate: Candidate, _ begin: Double, _ end: Double) -> Double {
    let actual = Double(candidate.count - 1) / (end - begin)
    let ideal = Double(wanted - 1) / (max(end, high) - min(begin, low))
    return 2 - max(actual / ideal, ideal / actual)
  }

  /// 1 for labels of two digits, less for each further one.
  private func legibility(_ candidate: Candidate) -> Double {
    let last = candidate.start + (candidate.count - 1) * candidate.skip
    var digits = [candidate.start, candidate.start + candidate.skip, last].map { $0 * candidate.tenths }
    while digits.allSatisfy({ $0 % 10 == 0 }), digits.contains(where: { $0 != 0 }) { digits = digits.map { $0 / 10 } }
    let length = String(digits.map(abs).max() ?? 0).count
    return max(-1, 1 - 0.25 * Double(max(0, length - 2)))
  }

  // MARK: Values

  private func step(_ tenths: Int, _ skip: Int, _ power: Int) -> Double {
    DecimalNumber.value(Double(tenths * skip), exponent: power - 1)
  }

  private func ends(_ candidate: Candidate) -> (Double, Double) {
    let last = candidate.start + (candidate.count - 1) * candidate.skip
    return (
      DecimalNumber.value(Double(candidate.start) * Double(candidate.tenths), exponent: candidate.power - 1),
      DecimalNumber.value(Double(last) * Double(candidate.tenths), exponent: candidate.power - 1)
    )
  }

  private func values(_ candidate: Candidate) -> [Double] {
    (0..<candidate.count).map { number in
      let multiple = Double(candidate.start + number * candidate.skip) * Double(candidate.tenths)
      return DecimalNumber.value(multiple, exponent: candidate.power - 1 + exponent)
    }
  }
}
