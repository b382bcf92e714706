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
    let isKnown = standings.contains { $0.correctedP != nil }
    let shown = standings.prefix(isKnown ? PairSection.limit : PairSection.singleLimit)
    guard !shown.isEmpty else { return nil }
    let hidden = standings.count - shown.count
    return [
      "entries": shown.map { values($0, saysSize: isKnown) },
      "note": hidden > 0 ? words.morePairs(hidden) : nil,
      "method": method(standings),
    ]
  }

  private var words: any ComparisonWording { comparison.words }

  private func values(_ standing: Standing, saysSize: Bool) -> TemplateValues {
    [
      "title": words.against(comparison.name(standing.group), comparison.name(standing.other)),
      "tag": PairSection.tag(standing.outcome, comparison.language), "words": sentence(standing, saysSize: saysSize),
      "detail": detail(standing),
    ]
  }

  /// What the outcome is called, and its tone.
  static func tag(_ outcome: Standing.Outcome, _ language: ReportLanguage) -> TemplateValues? {
    let (kind, key): (String, String)
    switch outcome {
    case .better: (kind, key) = ("good", "better")
    case .worse: (kind, key) = ("bad", "worse")
    case .undecided: (kind, key) = ("open", "undecided")
    case .single, .missing: return nil
    }
    return ["kind": kind, "label": ComparisonText.text(key, language)]
  }

  private func sentence(_ standing: Standing, saysSize: Bool) -> String {
    let name = metric.title
    guard standing.difference.value != 0 else { return words.same(name) }
    let (amount, extent) = (standing.amount(words), standing.extent(words))
    switch standing.outcome {
    case .missing: return words.missing
    case .single: return words.single(name, amount, size: saysSize ? standing.counts(words) : nil)
    case .better, .worse: return words.shown(name, amount, extent)
    case .undecided where standing.isTakenBack: return words.takenBack(name, amount, extent)
    case .undecided:
      let most = max(standing.difference.a.count, standing.difference.b.count)
      return words.undecided(
        name, amount, extent, seeds: standing.difference.difference?.seedsNeeded().flatMap { $0 > most ? $0 : nil })
    }
  }

  /// The numbers, for those who want them.
  private func detail(_ standing: Standing) -> String? {
    guard let difference = standing.difference.difference else { return nil }
    let interval = ends(difference.interval())
    var parts = [words.interval(interval.low, interval.high, isPaired: difference.method == .paired)]
    if let bootstrap = standing.difference.bootstrap.map(ends) {
      parts.append(words.bootstrap(bootstrap.low, bootstrap.high))
    }
    parts.append(words.counts(standing.difference.a.count, standing.difference.b.count))
    if let corrected = standing.correctedP { parts.append(words.corrected(probability(corrected))) }
    if let exact = standing.difference.exactP { parts.append(words.exact(probability(exact))) }
    return parts.joined(separator: " · ")
  }

  private func ends(_ interval: ClosedRange<Double>) -> (low: String, high: String) {
    func signed(_ value: Double) -> String {
      (value > 0 ? "+" : "") + NumberText.measured(value, significantDigits: 2)
    }
    return (signed(interval.lowerBound), signed(interval.upperBound))
  }

  private func probability(_ p: Double) -> String {
    p < 0.0001 ? "<\u{202F}0.0001" : NumberText.measured(p, significantDigits: 2)
  }

  private func method(_ standings: [Standing]) -> String {
    let known = standings.filter { $0.correctedP != nil }.count
    return known > 0
      ? words.method(pairs: known, samples: BootstrapDifference.samples) : words.methodOfSingles
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
