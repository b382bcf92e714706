internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Several runs judged side by side: their groups, their metrics, and how each group stands to the baseline.
struct Comparison: Sendable {
  let groups: [RunGroup]
  /// The settings that differ between runs, in name order.
  let varying: [String]
  /// What the groups were made by, if not by all settings.
  let grouping: [String]?
  /// The metrics, the one to judge by first.
  let metrics: [ComparedMetric]
  /// The number of the baseline's group; nil if none was named.
  let baseline: Int?
  /// The groups by the mean of their final values of the main metric, best first; those without one are left out.
  let ranking: [Int]
  /// The language of what is said about it.
  let language: ReportLanguage

  /// What groups are judged by.
  var main: ComparedMetric? { metrics.first }

  /// - Parameters:
  ///   - baseline: The runs that the others are compared with; they must be of one group. Those that are not among the
  ///     runs are added in front.
  ///   - keys: The settings to group by; nil groups by all.
  ///   - metric: The tag to judge by; nil chooses one.
  ///   - language: The language of what is said about it.
  /// - Throws: ``ReportError/Code/invalidRequest``.
  init(
    _ runs: [Run], baseline: [Run] = [], groupedBy keys: [String]? = nil, metric: String? = nil,
    language: ReportLanguage = .english
  ) throws(ReportError) {
    let known = Set(runs.map(Comparison.place))
    let grouped = try RunGrouping(baseline.filter { !known.contains(Comparison.place($0)) } + runs, by: keys)
    (groups, varying, grouping, self.language) = (grouped.groups, grouped.varying, keys, language)
    let all = ComparedMetric.all(of: groups.flatMap(\.runs), language: language)
    metrics = try Comparison.ordered(all, first: metric)
    self.baseline = try Comparison.group(of: baseline, in: groups)
    guard let main = metrics.first else {
      ranking = []
      return
    }
    let means = groups.map { Sample($0.finals(main.tag)).mean }
    ranking = groups.indices.filter { means[$0].isFinite }.sorted { left, right in
      let (a, b) = (means[left], means[right])
      return a == b ? left < right : main.direction.isBetter(a, than: b)
    }
  }

  /// Its sentences in its language.
  var words: any ComparisonWording { language.comparison }

  /// A fixed text in its language.
  func text(_ key: String) -> String { ComparisonText.text(key, language) }

  /// Whether a group has more than one run.
  var hasSeveral: Bool { groups.contains { $0.count > 1 } }

  /// All runs, group by group.
  var runs: [ComparedRun] { groups.flatMap(\.runs) }

  /// What the differences in tables are measured from: the baseline, else the best group.
  var reference: Int? { baseline ?? ranking.first }

  /// The groups drawn in colour, in the order of their colours: all up to eight; else the baseline, the three best and the
  /// worst, while the rest is gray.
  var highlighted: [Int] {
    guard groups.count > Comparison.colourLimit else { return Array(groups.indices) }
    var chosen: [Int] = []
    for group in [baseline].compactMap({ $0 }) + ranking.prefix(3) + ranking.suffix(1) where !chosen.contains(group) {
      chosen.append(group)
    }
    return chosen.isEmpty ? Array(groups.indices.prefix(3)) : chosen
  }

  /// More groups than this cannot be told apart by colour.
  static let colourLimit = 8

  /// The name of a group as it is shown.
  func name(_ group: Int) -> String { VisibleText.name(groups[group].name) }

  /// The value of a setting in a group, or nil; of a group whose runs differ in it the first.
  func setting(_ name: String, _ group: Int) -> ConfigValue? { groups[group].settings[name] }

  /// What the intervals of a metric are formed on, by all values of all runs.
  func scale(_ metric: ComparedMetric) -> IntervalScale {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    func count(_ values: some Sequence<Double>) {
      for value in values where value.isFinite { (lowest, highest) = (min(lowest, value), max(highest, value)) }
    }
    for group in groups {
      count(group.finals(metric.tag))
      for run in group.runs { count(run.run.series(metric.tag)?.values ?? []) }
    }
    return IntervalScale(lowest: lowest, highest: highest, isShare: metric.direction == .max)
  }

  private static func place(_ run: Run) -> String { run.folder.standardizedFileURL.path }

  private static func group(of baseline: [Run], in groups: [RunGroup]) throws(ReportError) -> Int? {
    let wanted = Set(baseline.map(place))
    let found = groups.indices.filter { groups[$0].runs.contains { wanted.contains(place($0.run)) } }
    guard found.count > 1 else { return found.first }
    let names = found.map { "“\(VisibleText.name(groups[$0].name))”" }.joined(separator: ", ")
    throw ReportError(
      .invalidRequest, path: baseline.first?.folder.path ?? "baseline",
      message: "The baseline must be one group, but these runs are of \(found.count): \(names). Name runs of "
        + "one of them.")
  }

  private static func ordered(
    _ metrics: [ComparedMetric], first tag: String?
  ) throws(ReportError) -> [ComparedMetric] {
    guard let tag else { return metrics }
    guard let chosen = metrics.first(where: { $0.tag == tag }) else {
      let known = metrics.prefix(20).map(\.tag).joined(separator: ", ")
      throw ReportError(
        .invalidRequest, path: tag,
        message: known.isEmpty
          ? "No run recorded this metric; these runs recorded none at all."
          : "No run recorded this metric. Choose from \(known)\(metrics.count > 20 ? ", …" : "").")
    }
    return [chosen] + metrics.filter { $0.tag != tag }
  }
}
