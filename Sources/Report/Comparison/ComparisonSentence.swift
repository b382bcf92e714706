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

  var sentence: Sentence {
    guard let main = comparison.main, let best = comparison.ranking.first else {
      return "No metric was recorded, so there is nothing to compare."
    }
    guard comparison.groups.count > 1 else { return alone(main) }
    guard let standing = decisive(main) else {
      return "Only \(strong: comparison.name(best)) recorded a finite \(main.spoken), \(mean(best, main))."
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
    guard sample.count > 1, let interval = sample.interval() else {
      return "One run, with a final \(main.spoken) of \(strong: NumberText.measured(sample.mean))."
    }
    let half = NumberText.measured((interval.upperBound - interval.lowerBound) / 2, significantDigits: 2)
    return
      "\(NumberText.counted(sample.count, "run")) of the same configuration: the final \(main.spoken) is "
      + "\(strong: NumberText.measured(sample.mean)) on average, ±\(half) (95 % interval)."
  }

  private func opening(_ standing: Standing) -> Sentence {
    let name = comparison.name(standing.group)
    let other = comparison.name(standing.other)
    let role = comparison.baseline == nil ? "the second best, \(other)" : "the baseline \(other)"
    let metric = standing.metric
    let superlative = metric.direction == .min ? "lowest" : "highest"
    let value = mean(standing.group, metric)
    let against = mean(standing.other, metric)
    let isBest = comparison.ranking.first == standing.group
    let start: Sentence =
      isBest
      ? "\(strong: name) has the \(superlative) \(metric.spoken), \(strong: value)"
      : "No group has a \(metric.direction == .min ? "lower" : "higher") \(metric.spoken) than \(role), "
        + "\(strong: against); the nearest is \(strong: name) with \(value)"
    guard isBest else { return start }
    guard standing.difference.value != 0 else { return start + ", the same as \(role)" }
    return start + ", \(standing.amount) \(standing.side) than \(role) with \(against)"
  }

  private func ending(_ standing: Standing) -> Sentence {
    switch standing.outcome {
    case .missing: return "."
    case .single: return ". With \(standing.size) to go by, no variance between seeds is known, so this may be chance."
    case .better, .worse:
      let extent = standing.difference.difference.map { Standing.extent($0.interval()) } ?? ""
      return
        ". That is \(strong: "beyond what chance between seeds explains"): \(extent) with 95 % confidence, from "
        + "\(standing.size)."
    case .undecided where standing.isTakenBack:
      return
        ". Of so many groups one may look so \(strong: "by chance"): the difference does not stand Holm’s "
        + "correction, from \(standing.size)."
    case .undecided:
      let seeds = standing.difference.difference?.seedsNeeded()
      let more: String =
        if let seeds, seeds > min(standing.difference.a.count, standing.difference.b.count) {
          " About \(NumberText.grouped(seeds)) seeds each would settle it."
        } else {
          " More seeds would be needed."
        }
      return ". \(strong: "Chance between seeds could do that"), with \(standing.size)." + Sentence(stringLiteral: more)
    }
  }

  private func mean(_ group: Int, _ metric: ComparedMetric) -> String {
    NumberText.measured(Sample(comparison.groups[group].finals(metric.tag)).mean)
  }
}
