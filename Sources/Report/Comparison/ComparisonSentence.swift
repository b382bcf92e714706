internal import Runs

/// The sentence under the title of a comparison: who is best, against whom, and whether chance could have done it.
///
/// The rules, in this order; *best* is by the mean of the final values of the main metric:
/// 1. Without a metric, or with one group only, it says so.
/// 2. The *challenger* is the best group, or the best other one if the baseline is the best. It is compared with the
///    baseline; without a baseline the best group is compared with the second best.
/// 3. If a side has fewer than two finite values, the values are compared and the sentence says that no variance between
///    seeds is known.
/// 4. If the 95 % interval of the difference (paired by seed where both have the same seeds, else Welch's) lies wholly on
///    one side of 0, and the p of its t test stays at or below 0.05 after Holm's correction for all groups that were
///    compared with the same one, the difference is beyond chance.
/// 5. Otherwise no difference can be told, and the sentence gives the number of seeds that would settle it.
struct ComparisonSentence {
  var comparison: Comparison

  private var words: any ComparisonWording { comparison.words }

  var sentence: Sentence {
    guard let main = comparison.main, let best = comparison.ranking.first else { return words.nothingToCompare }
    guard comparison.groups.count > 1 else { return alone(main) }
    guard let standing = decisive(main) else {
      return words.only(comparison.name(best), main.spoken, mean(best, main))
    }
    return opening(standing) + ending(standing)
  }

  /// The comparison that the sentence is about, corrected for all that were made.
  func decisive(_ main: ComparedMetric) -> Standing? {
    guard let best = comparison.ranking.first else { return nil }
    let (challenger, against): (Int?, Int?) =
      if let baseline = comparison.baseline {
        (comparison.ranking.first { $0 != baseline }, baseline)
      } else {
        (best, comparison.ranking.dropFirst().first)
      }
    guard let challenger, let against else { return nil }
    // Who is best was found by looking at all of them; chance had as many tries.
    let tried = comparison.baseline == nil ? comparison.ranking.filter { $0 != challenger } : comparison.ranking
    let pairs: [(group: Int, other: Int)] =
      comparison.baseline == nil
      ? tried.map { (challenger, $0) } : tried.filter { $0 != against }.map { ($0, against) }
    return Standing.all(pairs, of: comparison, main).first { $0.group == challenger && $0.other == against }
  }

  private func alone(_ main: ComparedMetric) -> Sentence {
    let sample = Sample(comparison.groups[0].finals(main.tag))
    let mean = NumberText.measured(sample.mean)
    guard sample.count > 1, let interval = sample.interval() else { return words.oneRun(main.spoken, mean) }
    let half = NumberText.measured((interval.upperBound - interval.lowerBound) / 2, significantDigits: 2)
    return words.oneGroup(sample.count, main.spoken, mean, plusMinus: half)
  }

  private func opening(_ standing: Standing) -> Sentence {
    let metric = standing.metric
    let isLower = metric.direction == .min
    let (name, other) = (comparison.name(standing.group), comparison.name(standing.other))
    let (value, against) = (mean(standing.group, metric), mean(standing.other, metric))
    guard comparison.ranking.first == standing.group else {
      return words.noneBetter(metric.spoken, isLower: isLower, baseline: other, against, nearest: name, value)
    }
    return words.best(
      name, metric.spoken, value, isLowest: isLower, other: other, isBaseline: comparison.baseline != nil,
      difference: standing.difference.value == 0 ? nil : standing.amount(words), against: against)
  }

  private func ending(_ standing: Standing) -> Sentence {
    let size = standing.counts(words)
    switch standing.outcome {
    case .missing: return "."
    case .single: return words.maybeChance(size)
    case .better, .worse: return words.beyondChance(standing.extent(words), size)
    case .undecided where standing.isTakenBack: return words.takenBack(size)
    case .undecided:
      let least = min(standing.difference.a.count, standing.difference.b.count)
      return words.withinChance(
        size, seeds: standing.difference.difference?.seedsNeeded().flatMap { $0 > least ? $0 : nil })
    }
  }

  private func mean(_ group: Int, _ metric: ComparedMetric) -> String {
    NumberText.measured(Sample(comparison.groups[group].finals(metric.tag)).mean)
  }
}
