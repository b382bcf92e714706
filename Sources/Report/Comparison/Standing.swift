internal import Runs

/// How one group stands to another in one metric, in numbers and in words.
struct Standing: Sendable {
  /// What the interval says.
  enum Outcome: Hashable, Sendable {
    /// The whole interval is on the better side, also after Holm's correction.
    case better
    /// The whole interval is on the worse side, also after Holm's correction.
    case worse
    /// The interval holds 0, or the correction takes the difference back.
    case undecided
    /// One of the two has fewer than two finite values, so that no variance is known.
    case single
    /// One of the two has no finite value at all.
    case missing
  }

  let group: Int
  let other: Int
  let metric: ComparedMetric
  let difference: GroupDifference
  /// The p of the t test after Holm's correction; nil where no variance is known.
  let correctedP: Double?
  let outcome: Outcome

  /// How each of some pairs of groups stands, corrected for the number of pairs.
  static func all(
    _ pairs: [(group: Int, other: Int)], of comparison: Comparison, _ metric: ComparedMetric
  ) -> [Standing] {
    let differences = pairs.map {
      GroupDifference(comparison.groups[$0.group], comparison.groups[$0.other], tag: metric.tag)
    }
    let corrected = HolmCorrection.adjusted(differences.map { $0.difference?.p ?? .nan })
    return pairs.indices.map { index in
      Standing(pairs[index], metric, differences[index], correctedP: corrected[index])
    }
  }

  private init(
    _ pair: (group: Int, other: Int), _ metric: ComparedMetric, _ difference: GroupDifference, correctedP: Double
  ) {
    (group, other) = pair
    self.metric = metric
    self.difference = difference
    self.correctedP = correctedP.isNaN ? nil : correctedP
    guard difference.value.isFinite else {
      outcome = .missing
      return
    }
    guard let interval = difference.difference?.interval() else {
      outcome = .single
      return
    }
    if correctedP > 0.05 || (interval.lowerBound <= 0 && interval.upperBound >= 0) {
      outcome = .undecided
    } else {
      outcome = (interval.upperBound < 0) == (metric.direction == .min) ? .better : .worse
    }
  }

  /// Whether the interval alone would have decided, and only the correction takes that back.
  var isTakenBack: Bool {
    guard outcome == .undecided, let interval = difference.difference?.interval() else { return false }
    return interval.lowerBound > 0 || interval.upperBound < 0
  }

  /// The difference as a part of the other's mean; nil where that is 0 or not positive.
  var share: Double? {
    let share = difference.value / difference.b.mean
    return difference.b.mean > 0 && share.isFinite ? share : nil
  }

  /// "0.0012 (23 %)", without a sign.
  var size: String {
    let size = NumberText.measured(difference.value.magnitude, significantDigits: 2)
    guard let share else { return size }
    return "\(size) (\(Standing.percent(share.magnitude)))"
  }

  /// "0.0012 (23 %) lower".
  func amount(_ words: some PairWording) -> String { words.amount(size, isLower: difference.value < 0) }

  /// "from 0.0008 to 0.0016 lower" or "from 0.0003 lower to 0.0001 higher".
  static func extent(_ interval: ClosedRange<Double>, _ words: some PairWording) -> String {
    func end(_ value: Double) -> (size: String, isLower: Bool) {
      (NumberText.measured(value.magnitude, significantDigits: 2), value < 0)
    }
    let (low, high) = (interval.lowerBound, interval.upperBound)
    // The smaller difference first; 0 is on the side of the other end.
    if high <= 0 { return words.extent((end(high).size, true), (end(low).size, true)) }
    return words.extent((end(low).size, low < 0), end(high))
  }

  /// The interval of the difference in words; empty where no variance is known.
  func extent(_ words: some PairWording) -> String {
    difference.difference.map { Standing.extent($0.interval(), words) } ?? ""
  }

  /// "23 %" or "0.4 %", never on two lines.
  static func percent(_ share: Double) -> String {
    let value = share * 100
    return value >= 1e6
      ? "\(NumberText.measured(value))\u{A0}%" : "\(NumberText.fixed(value, decimals: value < 9.95 ? 1 : 0))\u{A0}%"
  }

  /// "the same 5 seeds on both sides", "5 runs each", "5 and 3 runs".
  func counts(_ words: some PairWording) -> String {
    words.size(difference.a.count, difference.b.count, pairs: difference.pairs?.count)
  }
}
