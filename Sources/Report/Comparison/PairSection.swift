internal import Runs

/// Pairs of groups, one difference each, in words that need no statistics, with the numbers under them.
struct PairSection {
  let comparison: Comparison
  let metric: ComparedMetric

  /// With up to so many groups all pairs are shown, with more those with the reference.
  static let allPairsLimit = 5
  /// More pairs than this are in the CSV only.
  static let limit = 24
  /// The same where no variance is known and the table says as much.
  static let singleLimit = 5

  /// The pairs, each with the better group first where that is known.
  func standings() -> [Standing] {
    let ranking = comparison.ranking
    guard ranking.count > 1, let reference = comparison.reference else { return [] }
    var pairs: [(group: Int, other: Int)] = []
    if ranking.count <= PairSection.allPairsLimit {
      for (index, better) in ranking.enumerated() {
        for worse in ranking.dropFirst(index + 1) { pairs.append((better, worse)) }
      }
    } else {
      pairs = ranking.filter { $0 != reference }.map { ($0, reference) }
    }
    return Standing.all(pairs, of: comparison, metric)
  }

  /// The values for the template.
  func values(_ standings: [Standing]) -> TemplateValues? {
    let shown = standings.prefix(hasVariance ? PairSection.limit : PairSection.singleLimit)
    guard !shown.isEmpty else { return nil }
    let hidden = standings.count - shown.count
    return [
      "entries": shown.map(values),
      "note": hidden > 0 ? "\(NumberText.counted(hidden, "more pair")) are in the CSV." : nil,
      "method": method(standings),
    ]
  }

  private func values(_ standing: Standing) -> TemplateValues {
    [
      "first": comparison.name(standing.group), "second": comparison.name(standing.other),
      "tag": PairSection.tag(standing.outcome), "words": words(standing), "detail": detail(standing),
    ]
  }

  /// What the outcome is called, and its tone.
  static func tag(_ outcome: Standing.Outcome) -> TemplateValues? {
    switch outcome {
    case .better: ["kind": "good", "label": "better"]
    case .worse: ["kind": "bad", "label": "worse"]
    case .undecided: ["kind": "open", "label": "undecided"]
    case .single, .missing: nil
    }
  }

  private func words(_ standing: Standing) -> String {
    let name = metric.title
    guard standing.difference.value != 0 else { return "\(name) is the same in both." }
    let difference = "\(name) is \(standing.amount) \(standing.side)"
    switch standing.outcome {
    case .missing: return "One of them has no finite value to compare."
    case .single:
      return hasVariance
        ? "\(difference). With \(standing.size), no variance between seeds is "
          + "known." : "\(difference)."
    case .better, .worse:
      return "\(difference), more than chance between seeds explains. Expect the true difference \(extent(standing))."
    case .undecided where standing.isTakenBack:
      return
        "\(difference), \(extent(standing)) with 95 % confidence. But of several pairs tested, one may look so "
        + "by chance, so this does not count as shown."
    case .undecided:
      let seeds = standing.difference.difference?.seedsNeeded()
      let isKnown = (seeds ?? 0) > max(standing.difference.a.count, standing.difference.b.count)
      let more = isKnown ? seeds.map { " About \(NumberText.grouped($0)) seeds each would settle it." } ?? "" : ""
      return "\(difference), but chance between seeds could do that: the true difference may lie anywhere "
        + "\(extent(standing)).\(more)"
    }
  }

  /// Whether any group has several runs; if none has, one note says so for all pairs.
  private var hasVariance: Bool { comparison.groups.contains { $0.count > 1 } }

  private func extent(_ standing: Standing) -> String {
    standing.difference.difference.map { Standing.extent($0.interval()) } ?? ""
  }

  /// The numbers, for those who want them.
  private func detail(_ standing: Standing) -> String? {
    guard let difference = standing.difference.difference else { return nil }
    let method = difference.method == .paired ? "paired by seed" : "Welch"
    var parts = ["95 % interval \(range(difference.interval())) (\(method))"]
    if let bootstrap = standing.difference.bootstrap { parts.append("bootstrap \(range(bootstrap))") }
    parts.append("n = \(standing.difference.a.count) and \(standing.difference.b.count)")
    if let corrected = standing.correctedP { parts.append("p = \(probability(corrected)) after Holm") }
    if let exact = standing.difference.exactP { parts.append("exact permutation p = \(probability(exact))") }
    return parts.joined(separator: " · ")
  }

  private func range(_ interval: ClosedRange<Double>) -> String {
    func signed(_ value: Double) -> String {
      (value > 0 ? "+" : "") + NumberText.measured(value, significantDigits: 2)
    }
    return "\(signed(interval.lowerBound)) to \(signed(interval.upperBound))"
  }

  private func probability(_ p: Double) -> String {
    p < 0.0001 ? "<\u{202F}0.0001" : NumberText.measured(p, significantDigits: 2)
  }

  private func method(_ standings: [Standing]) -> String {
    let known = standings.filter { $0.correctedP != nil }.count
    guard known > 0 else {
      return
        "One run each, so no variance between seeds is known: running them again may turn any of these round. "
        + "Train each setting with several seeds to know."
    }
    return
      "The words rest on the 95 % interval of the difference, and on its p after Holm's correction for the "
      + "\(NumberText.counted(known, "pair")) tested. The bootstrap interval draws the runs anew "
      + "\(NumberText.grouped(BootstrapDifference.samples)) times; with few seeds it is too narrow."
  }

  /// The pairs as CSV, with all digits.
  func csv(_ standings: [Standing]) -> String {
    var text = CSVWriter.row([
      "group", "against", "metric", "difference", "low", "high", "method", "bootstrap low", "bootstrap high", "n",
      "n against", "p", "p Holm", "p exact", "outcome",
    ])
    for standing in standings {
      let difference = standing.difference.difference
      let interval = difference?.interval()
      let bootstrap = standing.difference.bootstrap
      let numbers = [standing.difference.value, interval?.lowerBound, interval?.upperBound]
      let ps = [difference?.p, standing.correctedP, standing.difference.exactP]
      text += CSVWriter.row(
        [comparison.groups[standing.group].name, comparison.groups[standing.other].name, metric.tag]
          + numbers.map(cell) + [difference.map { "\($0.method)" } ?? ""]
          + [bootstrap?.lowerBound, bootstrap?.upperBound].map(cell)
          + ["\(standing.difference.a.count)", "\(standing.difference.b.count)"] + ps.map(cell) + [
            "\(standing.outcome)"
          ])
    }
    return text
  }

  private func cell(_ value: Double?) -> String { value.map { CSVWriter.text($0) } ?? "" }
}
