internal import Runs

/// One metric that several runs recorded, by its tag.
struct ComparedMetric: Sendable {
  let tag: String
  /// Which way the metric is better, as a manifest or else its name says.
  let direction: MetricSummary.Direction
  /// The metric for a reader, as a title: "Validation loss".
  let title: String
  /// Whether the metric tells how well the model does, and not how it is trained.
  let isOutcome: Bool
  /// How many runs recorded it.
  let runCount: Int

  /// The metric inside a sentence: "validation loss".
  var spoken: String { hasOwnTitle ? title : title.prefix(1).lowercased() + title.dropFirst() }

  /// Whether the title is the tag itself or an abbreviation, which keep their capitals.
  private let hasOwnTitle: Bool

  private init(
    _ tag: String, direction: MetricSummary.Direction, runCount: Int, splits: Int, isUnique: Bool,
    _ language: ReportLanguage
  ) {
    self.tag = tag
    self.direction = direction
    self.runCount = runCount
    let name = MetricName(tag: tag)
    isOutcome = name.isOutcome
    let plain = name.split == .training && splits == 1
    let metric = language.words.metric(name)
    let text = (plain ? metric : "\(language.words.split(name.split)) \(metric)").capitalizedFirst
    title = isUnique ? text : VisibleText.name(tag)
    let second = title.dropFirst().first
    hasOwnTitle = !isUnique || (second?.isUppercase ?? false)
  }

  /// All metrics of some runs, those first by which they should be judged.
  ///
  /// Outcomes come before circumstances such as the learning rate, metrics of most runs before rare ones, losses before
  /// others, validation before test and training; then the order in which they were first logged.
  static func all(of runs: [ComparedRun], language: ReportLanguage = .english) -> [ComparedMetric] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    var directions: [String: MetricSummary.Direction] = [:]
    for run in runs {
      let logged = run.run.scalars.lazy.filter { $0.count > 0 }.map(\.tag)
      let declared = run.run.manifest.metrics.filter { $0.value.last != nil }.keys.sorted()
      var seen = Set<String>()
      for tag in Array(logged) + declared where seen.insert(tag).inserted {
        if counts[tag] == nil { order.append(tag) }
        counts[tag, default: 0] += 1
        if directions[tag] == nil { directions[tag] = run.run.manifest.metrics[tag]?.direction }
      }
    }
    let names = order.map(MetricName.init)
    let texts = Dictionary(grouping: names) { "\($0.split) \($0.spoken)" }.mapValues(\.count)
    let families = Dictionary(grouping: names, by: \.metric).mapValues(\.count)
    let metrics = zip(order, names).map { tag, name in
      ComparedMetric(
        tag, direction: directions[tag] ?? name.direction, runCount: counts[tag] ?? 0,
        splits: families[name.metric] ?? 1, isUnique: texts["\(name.split) \(name.spoken)"] == 1, language)
    }
    return metrics.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element, of: runs.count), rank(right.element, of: runs.count))
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  /// The smaller, the earlier.
  private static func rank(_ metric: ComparedMetric, of runCount: Int) -> [Int] {
    let name = MetricName(tag: metric.tag)
    let split: Int =
      switch name.split {
      case .validation: 0
      case .test: 1
      case .training: 2
      }
    return [
      metric.isOutcome ? 0 : 1, 2 * metric.runCount > runCount ? 0 : 1, name.spoken.lowercased() == "loss" ? 0 : 1,
      split,
    ]
  }
}
