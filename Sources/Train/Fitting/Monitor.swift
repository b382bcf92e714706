internal import Runs

/// A metric that a callback follows, and which of two values is the better one.
struct Monitor {
  let metric: String
  let direction: MetricSummary.Direction
  let minimumChange: Double
  private(set) var best: Double?

  init(_ metric: String, _ direction: MetricSummary.Direction?, minimumChange: Double) {
    self.metric = metric
    // As Keras guesses: what is named after accuracy or AUC should grow, everything else should shrink.
    self.direction = direction ?? (metric.hasSuffix("accuracy") || metric.hasSuffix("auc") ? .max : .min)
    self.minimumChange = abs(minimumChange)
  }

  /// Takes the value of an epoch and says whether it is better than the best so far by more than the minimum change.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when the epoch has no such metric, with the names of those it has.
  mutating func improves(_ metrics: [String: Double]) throws -> Bool {
    guard let value = metrics[metric] else {
      let names = metrics.keys.sorted().joined(separator: ", ")
      throw TrainError(
        .invalidSetting,
        "A callback follows \(metric), which is not measured; there are: \(names). Name one of them, or give validation data."
      )
    }
    guard value.isFinite else { return false }
    if let best {
      let bar = direction == .min ? best - minimumChange : best + minimumChange
      guard direction.isBetter(value, than: bar) else { return false }
    }
    best = value
    return true
  }

  /// Goes on from a checkpoint.
  mutating func restore(best: Double?) { self.best = best }
}
