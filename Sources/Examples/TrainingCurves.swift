internal import Plot
internal import Runs
internal import Train

/// The metrics of all epochs of a run, those before it was resumed included.
///
/// Values have single precision, as in the run's event files, so that a resumed training draws the same charts as one that
/// never stopped.
struct TrainingCurves {
  private(set) var epochs: [Int] = []
  private var values: [String: [Double]] = [:]

  /// No epoch yet.
  init() {}

  /// What a run logged for the epochs up to one.
  init(_ scalars: [ScalarSeries], upTo lastEpoch: Int) {
    let loss = scalars.first { $0.tag == "loss" }
    epochs = (loss?.steps ?? []).filter { $0 <= lastEpoch }
    for series in scalars {
      let byEpoch = Dictionary(zip(series.steps, series.values), uniquingKeysWith: { $1 })
      values[series.tag] = epochs.map { byEpoch[$0] ?? .nan }
    }
  }

  mutating func append(_ history: History) {
    let before = epochs.count
    epochs += history.epochs
    for (metric, new) in history.metrics {
      let known = values[metric] ?? [Double](repeating: .nan, count: before)
      values[metric] = known + new.map { Double(Float($0)) }
    }
  }

  /// One value an epoch; empty when nothing was measured under this name.
  subscript(metric: String) -> [Double] { values[metric] ?? [] }

  /// Training and, where there is one, validation curve of a metric.
  func chart(
    _ title: String, _ metric: String, axis: String, best: Chart.Best = .lowest, scale: AxisSpec.Scale = .log
  ) -> Chart {
    var chart = Chart.metricCurve(
      title, epochs: epochs, training: self[metric], validation: values["val_" + metric], best: best, scale: scale)
    chart.y.title = axis
    return chart
  }
}
