internal import Runs

/// The curves of one metric: on training, validation and test data.
struct MetricFamily {
  /// A curve with what its tag says.
  struct Curve {
    var name: MetricName
    var series: ScalarSeries
  }

  /// The metric without its data: `loss`.
  var metric: String
  /// The curves, training first.
  var curves: [Curve]
  var direction: MetricSummary.Direction
  var language: ReportLanguage

  /// The families of a run's curves, in the order in which they were first logged; outcomes before circumstances such
  /// as the learning rate, and a loss before everything else.
  static func families(of run: Run, language: ReportLanguage = .english) -> [MetricFamily] {
    var order: [String] = []
    var members: [String: [Curve]] = [:]
    for series in run.scalars where series.count > 0 {
      let name = MetricName(tag: series.tag)
      if members[name.metric] == nil { order.append(name.metric) }
      members[name.metric, default: []].append(Curve(name: name, series: series))
    }
    let families = order.compactMap { metric in
      members[metric].map { MetricFamily(metric: metric, unsorted: $0, manifest: run.manifest, language: language) }
    }
    return (0...2).flatMap { rank in families.filter { $0.rank == rank } }
  }

  private init(metric: String, unsorted: [Curve], manifest: RunManifest, language: ReportLanguage) {
    self.metric = metric
    self.language = language
    let splits: [MetricName.Split] = [.training, .validation, .test]
    curves = splits.flatMap { split in unsorted.filter { $0.name.split == split } }
    let declared = curves.lazy.compactMap { manifest.metrics[$0.series.tag]?.direction }.first
    direction = declared ?? curves.first?.name.direction ?? .min
  }

  /// The curve by which the run is judged: validation, else test, else training.
  var judged: Curve? { curves.first { $0.name.split == .validation } ?? curves.last }

  /// The training curve, if it is not the judged one.
  var training: ScalarSeries? {
    guard let first = curves.first, first.name.split == .training, curves.count > 1 else { return nil }
    return first.series
  }

  /// What the judged curve did.
  var assessment: Assessment? {
    judged.map { Assessment(of: $0.series, training: training, direction: direction) }
  }

  /// The best point of the judged curve.
  var best: Assessment.Point? { judged?.series.firstBestFinite(direction) }

  /// The metric for a reader: "Loss".
  var title: String { spoken.capitalizedFirst }
  /// The metric inside a sentence: "loss".
  var spoken: String { curves.first.map { language.words.metric($0.name) } ?? metric }
  /// Whether the metric tells how well the model does.
  var isOutcome: Bool { curves.first?.name.isOutcome ?? false }
  /// The number of points of the longest curve.
  var longestCount: Int { curves.map(\.series.count).max() ?? 0 }

  /// A curve's name for a reader: "Validation loss", or "Loss" if it is the only one.
  func title(of curve: Curve) -> String { spoken(curve).capitalizedFirst }

  /// A curve's name inside a sentence.
  func spoken(_ curve: Curve) -> String {
    curves.count > 1 || curve.name.split != .training ? "\(seriesName(curve)) \(spoken)" : spoken
  }

  /// What tells a curve from the others of its family: "validation", or its tag where two are of the same data.
  func seriesName(_ curve: Curve) -> String {
    let isAlone = curves.filter { $0.name.split == curve.name.split }.count == 1
    return isAlone ? language.words.split(curve.name.split) : VisibleText.name(curve.series.tag)
  }

  private var rank: Int {
    guard isOutcome else { return 2 }
    return curves.first?.name.spoken.lowercased() == "loss" ? 0 : 1
  }
}
