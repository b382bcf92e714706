internal import Runs

/// The curves of one metric: on training, validation and test data.
struct MetricFamily: Hashable {
  /// The metric without its data: `loss`.
  var metric: String
  /// The curves, training first, each with what its tag says.
  var curves: [(name: MetricName, series: ScalarSeries)]
  var direction: MetricSummary.Direction

  static func == (left: MetricFamily, right: MetricFamily) -> Bool {
    left.metric == right.metric && left.curves.map(\.series) == right.curves.map(\.series)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(metric)
  }
}

extension MetricFamily {
  /// The families of a run's curves, in the order in which they were first logged; outcomes before circumstances such
  /// as the learning rate, and a loss before everything else.
  static func families(of run: Run) -> [MetricFamily] {
    var order: [String] = []
    var members: [String: [(name: MetricName, series: ScalarSeries)]] = [:]
    for series in run.scalars where series.count > 0 {
      let name = MetricName(tag: series.tag)
      if members[name.metric] == nil { order.append(name.metric) }
      members[name.metric, default: []].append((name, series))
    }
    let families = order.compactMap { metric in
      members[metric].map { curves in
        MetricFamily(metric: metric, curves: sorted(curves), direction: direction(of: curves, in: run.manifest))
      }
    }
    return families.filter { $0.rank == 0 } + families.filter { $0.rank == 1 } + families.filter { $0.rank == 2 }
  }

  /// The curve by which the run is judged: validation, else test, else training.
  var judged: (name: MetricName, series: ScalarSeries)? {
    curves.first { $0.name.split == .validation } ?? curves.last
  }

  /// The training curve, if it is not the judged one.
  var training: ScalarSeries? {
    guard let first = curves.first, first.name.split == .training, curves.count > 1 else { return nil }
    return first.series
  }

  var assessment: Assessment? {
    judged.map { Assessment(of: $0.series, training: training, direction: direction) }
  }

  var isOutcome: Bool { curves.first?.name.isOutcome ?? false }

  private var rank: Int {
    guard isOutcome else { return 2 }
    return curves.first?.name.spoken.lowercased() == "loss" ? 0 : 1
  }

  private static func sorted(
    _ curves: [(name: MetricName, series: ScalarSeries)]
  ) -> [(name: MetricName, series: ScalarSeries)] {
    let splits: [MetricName.Split] = [.training, .validation, .test]
    return splits.flatMap { split in curves.filter { $0.name.split == split } }
  }

  private static func direction(
    of curves: [(name: MetricName, series: ScalarSeries)], in manifest: RunManifest
  ) -> MetricSummary.Direction {
    for curve in curves {
      if let declared = manifest.metrics[curve.series.tag]?.direction { return declared }
    }
    return curves.first?.name.direction ?? .min
  }
}
