internal import Runs

/// Runs that differ only in their seed, name and paths.
struct RunGroup: Sendable {
  /// What tells the group from the others: "lstm · units 10". Not cleaned yet.
  var name: String
  /// The runs, in the order given.
  var runs: [ComparedRun]

  /// The settings of the first run; those of the others are the same unless groups were asked for by name.
  var settings: [String: ConfigValue] { runs.first?.settings ?? [:] }

  /// How many runs there are.
  var count: Int { runs.count }

  /// The final values of a metric, or those of a name in a rule such as `TAG.best`, one for each run that recorded it,
  /// finite or not.
  func finals(_ name: String) -> [Double] { runs.compactMap { $0.value(name) } }

  /// The best values of a metric, one for each run that has one.
  func bests(_ tag: String, _ direction: MetricSummary.Direction) -> [Double] {
    runs.compactMap { $0.best(tag, direction)?.value }
  }

  /// The final values of a metric by seed; nil unless every run has a seed of its own and a finite value.
  func finalsBySeed(_ tag: String) -> [String: Double]? {
    var values: [String: Double] = [:]
    for run in runs {
      guard let seed = run.seed, let value = run.value(tag), value.isFinite else { return nil }
      guard values.updateValue(value, forKey: seed) == nil else { return nil }
    }
    return values
  }
}

/// The final values of one metric in two groups, and how far they are apart.
struct GroupDifference {
  let a: Sample
  let b: Sample
  /// The pairs of values of equal seeds, where both groups were run with the same seeds.
  let pairs: [(a: Double, b: Double)]?
  /// The difference with its interval; nil where a side has fewer than two finite values.
  let difference: MeanDifference?

  /// - Parameter factor: What the mean of B is multiplied by first.
  init(_ a: RunGroup, _ b: RunGroup, tag: String, factor: Double = 1) {
    self.a = Sample(a.finals(tag))
    self.b = Sample(b.finals(tag))
    if let left = a.finalsBySeed(tag), let right = b.finalsBySeed(tag), left.count > 1,
      Set(left.keys) == Set(right.keys)
    {
      // In an order that does not change from one process to the next.
      pairs = left.keys.sorted().compactMap { seed in
        guard let a = left[seed], let b = right[seed] else { return nil }
        return (a, b)
      }
      difference = pairs.flatMap { MeanDifference(paired: $0, factor: factor) }
    } else {
      pairs = nil
      difference = MeanDifference(welch: self.a, self.b, factor: factor)
    }
  }

  /// mean(A) − mean(B).
  var value: Double { a.mean - b.mean }

  /// The exact p of the permutation test that suits, where the samples are small enough for it.
  var exactP: Double? {
    if let pairs { return PermutationTest.paired(pairs.map { $0.a - $0.b }) }
    guard a.count > 1, b.count > 1 else { return nil }
    return PermutationTest.independent(a.values, b.values)
  }

  /// The bootstrap interval that suits.
  var bootstrap: ClosedRange<Double>? {
    if let pairs { return BootstrapDifference.interval(paired: pairs.map { $0.a - $0.b }) }
    return BootstrapDifference.interval(a.values, b.values)
  }
}
