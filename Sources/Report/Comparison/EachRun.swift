internal import Plot
internal import Runs

/// Every run of the main metric as a line of its own, in the colour of its group: what the means are made of.
struct EachRun {
  let comparison: Comparison
  let metric: ComparedMetric
  /// The number of points of the longest curve.
  let length: Int
  let xTitle: String

  /// More groups than this are not drawn so.
  static let limit = 8

  /// The figure; nil if every group is one run, or if there are too many groups.
  func figure(slug: String) -> Figure? {
    let groups = comparison.groups.indices.filter { index in
      comparison.groups[index].runs.contains { ($0.run.series(metric.tag)?.count ?? 0) > 0 }
    }
    guard (2...EachRun.limit).contains(groups.count), comparison.groups.contains(where: { $0.count > 1 }) else {
      return nil
    }
    let runs = groups.reduce(0) { $0 + comparison.groups[$1].count }
    let points = min(200, max(24, 120_000 / (22 * max(1, runs))))
    let lines = groups.flatMap { group in
      comparison.groups[group].runs.compactMap { run in
        run.run.series(metric.tag).map { (group, GroupCurve([$0]).reduced(to: points)) }
      }
    }
    return chart(lines, slug: slug)
  }

  private func chart(_ lines: [(Int, GroupCurve)], slug: String) -> Figure {
    let all = lines.flatMap(\.1.mean).filter(\.isFinite)
    let isLog = (all.min() ?? 0) > 0 && (all.max() ?? 0) / (all.min() ?? 1) >= 30
    let title = "\(metric.title), each run"
    var marks: [Mark] = []
    for (group, line) in lines {
      marks.append(
        LineMark(x: line.x, y: line.mean, series: .named(comparison.name(group))).lineWidth(1).opacity(0.7).mark)
    }
    let chart = Chart(title) { marks }
      .xAxis(xTitle).yAxis(metric.title, scale: isLog ? .log : .automatic).legend(.top)
    return Figure(
      slug: slug, title: title, caption: "Every run as a line of its own, in the colour of its group.",
      content: .chart(chart))
  }
}
