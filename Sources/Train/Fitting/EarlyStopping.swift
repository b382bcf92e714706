public import Runs

/// Ends training when a metric has not become better for some epochs, and goes back to the best weights.
public final class EarlyStopping: Callback, ResumableCallback {
  private var monitor: Monitor
  private let patience: Int
  private let restoresBestWeights: Bool
  private weak var model: Model?
  private var waited = 0
  private var bestWeights: [Tensor]?
  /// The epoch with the best value, counted from 1, or nil before the first one.
  public private(set) var bestEpoch: Int?

  /// Creates the callback.
  ///
  /// - Parameters:
  ///   - metric: The name of the metric, such as `val_loss`.
  ///   - minimumChange: A value must be better by more than this to count; 0 unless told.
  ///   - patience: Training ends after so many epochs without a better value, but never after the first epoch; as in
  ///     Keras, 0 means the same as 1. 0 unless told.
  ///   - direction: Whether small or large is better; unless told, large for accuracies and AUC, small for the rest.
  ///   - restoresBestWeights: Whether the model ends with the weights of the best epoch. Unlike in Keras true unless
  ///     told.
  public init(
    _ metric: String = "val_loss", minimumChange: Double = 0, patience: Int = 0,
    direction: MetricSummary.Direction? = nil,
    restoresBestWeights: Bool = true
  ) {
    monitor = Monitor(metric, direction, minimumChange: minimumChange)
    self.patience = patience
    self.restoresBestWeights = restoresBestWeights
  }

  /// Keeps the model.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) {
    self.model = model
    if plan.initialEpoch == 0 {
      waited = 0
      bestEpoch = nil
      bestWeights = nil
      monitor.restore(best: nil)
    }
  }

  /// Compares the epoch with the best one.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when the metric is not measured.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    if try monitor.improves(metrics) {
      waited = 0
      bestEpoch = epoch
      if restoresBestWeights { bestWeights = model?.parameters.map(\.value) }
      return .proceed
    }
    waited += 1
    guard waited >= patience, epoch > 1 else { return .proceed }
    return .stop(.stopped(reason: "\(monitor.metric) has not become better for \(waited) epochs"))
  }

  /// Puts the best weights back.
  public func trainingEnded(_ history: History) throws {
    guard let model, let bestWeights else { return }
    for (parameter, value) in zip(model.parameters, bestWeights) { try parameter.assign(value) }
  }

  var resumeKey: String { "early_stopping/\(monitor.metric)" }

  var resumeState: CallbackState {
    CallbackState(
      numbers: ["waited": Double(waited), "best": monitor.best, "best_epoch": bestEpoch.map(Double.init)]
        .compactMapValues { $0 },
      tensors: bestWeights ?? [])
  }

  func resume(from state: CallbackState) {
    waited = state.count("waited") ?? 0
    monitor.restore(best: state.numbers["best"])
    bestEpoch = state.count("best_epoch")
    bestWeights = state.tensors.isEmpty ? nil : state.tensors
  }
}
