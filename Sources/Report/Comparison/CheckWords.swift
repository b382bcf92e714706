/// The outcome of a rule in words.
enum CheckWords {
  /// Where no variance is known.
  static func single(_ rule: CheckRule, _ sample: Sample, _ reference: Sample, limit: Double) -> String {
    let relation = sample.mean < limit ? "below" : sample.mean > limit ? "above" : "at"
    return
      "\(value(rule, sample)) is \(relation) the limit \(NumberText.measured(limit))\(baseline(rule, reference)). "
      + "No variance between seeds is known (\(runs(rule, sample, reference))), so running it again may turn "
      + "this round."
  }

  /// Where there is an interval.
  static func interval(
    _ rule: CheckRule, _ sample: Sample, _ reference: Sample, limit: Double, _ difference: MeanDifference,
    _ verdict: Verdict
  ) -> String {
    // Turned back, so that the words speak of the metric itself.
    let turned = difference.interval()
    let extent = rule.isUpperLimit ? turned : -turned.upperBound ... -turned.lowerBound
    let method = difference.method == .paired && rule.needsBaseline ? ", paired by seed" : ""
    let start =
      "\(value(rule, sample)) against the limit \(NumberText.measured(limit))\(baseline(rule, reference)): "
      + "\(Standing.extent(extent, EnglishComparison())) with 95 % confidence (\(runs(rule, sample, reference))\(method))."
    guard verdict.state == .inconclusive else { return start }
    guard let seeds = verdict.seedsNeeded else {
      return start + " The mean is so near to the limit that no reasonable number of seeds would settle it."
    }
    return start + " About \(NumberText.grouped(seeds)) seeds each would settle it."
  }

  private static func value(_ rule: CheckRule, _ sample: Sample) -> String {
    "\(VisibleText.name(rule.metric)) \(NumberText.measured(sample.mean))"
  }

  private static func baseline(_ rule: CheckRule, _ reference: Sample) -> String {
    rule.needsBaseline ? " (baseline \(NumberText.measured(reference.mean)))" : ""
  }

  private static func runs(_ rule: CheckRule, _ sample: Sample, _ reference: Sample) -> String {
    let own = NumberText.counted(sample.count, "run")
    return rule.needsBaseline ? "\(own) against \(reference.count)" : own
  }
}
