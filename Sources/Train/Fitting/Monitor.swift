internal import Runs

/// A metric that a callback follows, and which of two values is the better one.
struct Monitor {
  let metric: String
  let direction: MetricSummary.Direction?
  let minimumChange: Double
  private(set) var best: Double?

  init(_ metric: String, _ direction: MetricSummary.Direction?, minimumChange: Double) {
    self.metric = metric
    self.direction = direction ?? Monitor.direction(of: metric)
    self.minimumChange = abs(minimumChange)
  }

  /// What is named after accuracy or AUC should grow, losses and errors should shrink; of other names nothing is known.
  private static func direction(of metric: String) -> MetricSummary.Direction? {
    if ["accuracy", "auc"].contains(where: metric.hasSuffix) { return .max }
    return ["loss", "error", "mse", "mae", "rmse", "crossentropy"].contains(where: metric.hasSuffix) ? .min : nil
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
    guard let direction else {
      throw TrainError(
        .invalidSetting,
        "Whether a small or a large \(metric) is better cannot be told from its name. Give the callback a direction.")
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
