internal import Runs

/// The curves of one metric, one a group, before anything is left out for the screen.
struct MetricCurves: Sendable {
  let metric: ComparedMetric
  /// One a group, in the order of the groups; nil for groups that did not record the metric.
  let groups: [GroupCurve?]
  /// What intervals are formed on.
  let scale: IntervalScale

  init(_ metric: ComparedMetric, of comparison: Comparison, at places: CurvePlaces) {
    self.metric = metric
    let scale = comparison.scale(metric)
    self.scale = scale
    groups = comparison.groups.map { group in
      let members = group.runs.compactMap { run in
        run.run.series(metric.tag).flatMap { $0.count > 0 ? (run: run, series: $0) : nil }
      }
      guard !members.isEmpty else { return nil }
      let found = members.map { places.places($0.series, of: $0.run) }
      let x =
        found.contains { $0 != nil }
        ? zip(found, members).map { $0 ?? $1.series.steps.map(Double.init) } : nil
      return GroupCurve(members.map(\.series), x: x, scale: scale)
    }
  }

  /// The number of points of the longest curve.
  var longestCount: Int { groups.compactMap { $0?.x.count }.max() ?? 0 }

  /// Whether a logarithmic scale shows them best.
  var usesLogScale: Bool { CurveScale.isLogarithmic(groups.lazy.compactMap { $0 }.flatMap(\.mean)) }

  /// The curves as CSV.
  func csv(_ names: [String], xTitle: String) -> [UInt8] {
    CurveTable(zip(names, groups).compactMap { name, curve in curve.map { (name, $0) } }, xTitle: xTitle).csv
  }
}
