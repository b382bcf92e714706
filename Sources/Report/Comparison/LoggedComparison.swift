internal import Plot
internal import Runs

/// The charts of one name that several runs logged, side by side: one run a group, that whose result is the most ordinary.
struct LoggedComparison {
  let comparison: Comparison

  /// More charts than this are not put beside each other.
  static let perName = 4
  /// More names than this are not shown.
  static let nameLimit = 8

  /// Charts of one name.
  struct Row: Sendable {
    var title: String
    var slug: String
    var entries: [Entry]
  }

  /// The chart of one group.
  struct Entry: Sendable {
    var name: String
    /// The chart with the axes that it shares with the others.
    var chart: Chart?
    /// The chart in the width of a telephone, or why there is none.
    var svg: String?
    var problem: String?
  }

  /// The rows, drawn on all cores.
  func rows() -> [Row] {
    let shown = groups.compactMap { group in representative(group).map { (group: group, run: $0) } }
    guard shown.count > 1 else { return [] }
    var order: [String] = []
    var holders: [String: [(group: Int, chart: LoggedChart)]] = [:]
    for (group, run) in shown {
      for chart in run.run.charts {
        if holders[chart.slug] == nil { order.append(chart.slug) }
        holders[chart.slug, default: []].append((group, chart))
      }
    }
    var slugs = Slugs()
    // A chart that is the same in all runs, such as that of the data, says nothing about their differences.
    let different = order.filter { slug in
      let held = holders[slug] ?? []
      return held.count > 1 && Set(held.map(\.chart.data)).count > 1
    }
    let names = different.prefix(LoggedComparison.nameLimit).map { slug in
      (slug: slug, id: slugs.unique(slug, fallback: "chart"))
    }
    let jobs = names.flatMap { name in self.jobs(holders[name.slug] ?? [], id: name.id) }
    let entries = jobs.concurrentMap(draw)
    return names.map { name in
      let chosen = zip(jobs, entries).filter { $0.0.id == name.id }
      let title = holders[name.slug]?.first.map { $0.chart.title.isEmpty ? name.slug : $0.chart.title } ?? name.slug
      return Row(title: VisibleText.name(title), slug: name.id, entries: chosen.map(\.1))
    }
  }

  /// How many groups have charts that are not shown.
  var hiddenCount: Int {
    comparison.groups.indices.filter { index in comparison.groups[index].runs.contains { !$0.run.charts.isEmpty } }
      .count
      - groups.count
  }

  /// The baseline, then the best; without a metric the first.
  private var groups: [Int] {
    let ranked = comparison.ranking + comparison.groups.indices.filter { !comparison.ranking.contains($0) }
    let withCharts = ([comparison.baseline].compactMap { $0 } + ranked.filter { $0 != comparison.baseline })
      .filter { index in comparison.groups[index].runs.contains { !$0.run.charts.isEmpty } }
    let chosen = withCharts.prefix(LoggedComparison.perName)
    // Few of them stand in their own order.
    return withCharts.count <= LoggedComparison.perName ? chosen.sorted() : Array(chosen)
  }

  /// The run of a group that is nearest to the median of its results.
  private func representative(_ group: Int) -> ComparedRun? {
    let runs = comparison.groups[group].runs.filter { !$0.run.charts.isEmpty }
    guard let tag = comparison.main?.tag else { return runs.first }
    let values = runs.map { $0.final(tag) ?? .nan }
    let median = RobustStatistics.median(values.filter(\.isFinite))
    let nearest = runs.indices.min { left, right in
      distance(values[left], median) < distance(values[right], median)
    }
    return nearest.map { runs[$0] }
  }

  private func distance(_ value: Double, _ median: Double) -> Double {
    (value - median).isFinite ? (value - median).magnitude : .infinity
  }

  private struct Job: Sendable {
    var id: String
    var group: Int
    var content: Figure.Content
  }

  /// The charts of one name, with the axes that they share.
  private func jobs(_ holders: [(group: Int, chart: LoggedChart)], id: String) -> [Job] {
    var jobs = holders.map {
      Job(id: id, group: $0.group, content: Figure($0.chart, slug: id, language: comparison.language).content)
    }
    let charts = jobs.compactMap { job in if case .chart(let chart) = job.content { chart } else { nil } }
    let axes = SharedAxes(charts)
    for index in jobs.indices {
      if case .chart(let chart) = jobs[index].content { jobs[index].content = .chart(axes.applied(to: chart)) }
    }
    return jobs
  }

  private func draw(_ job: Job) -> Entry {
    let name = comparison.name(job.group)
    switch job.content {
    case .problem(let message): return Entry(name: name, problem: message)
    case .chart(let chart):
      do {
        var narrow = chart.forNarrowScreens.described(in: comparison.language)
        narrow.title = nil
        let drawing = try narrow.drawing()
        let svg = drawing.svg(embeddedAs: "side-\(job.id)-\(job.group)")
        return Entry(name: name, chart: chart, svg: VisibleText.markup(svg))
      } catch {
        return Entry(name: name, problem: VisibleText.value(comparison.language.words.cannotBeDrawn("\(error)")))
      }
    }
  }
}
