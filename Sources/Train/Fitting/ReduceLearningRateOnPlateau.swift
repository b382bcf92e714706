public import Runs

/// Lowers the learning rate when a metric has not become better for some epochs: Keras' `ReduceLROnPlateau`.
public final class ReduceLearningRateOnPlateau: Callback, ResumableCallback {
  private var monitor: Monitor
  private let factor: Double
  private let patience: Int
  private let cooldown: Int
  private let minimum: Double
  private weak var model: Model?
  private var waited = 0
  private var resting = 0

  /// Creates the callback.
  ///
  /// - Parameters:
  ///   - metric: The name of the metric; `val_loss` unless told.
  ///   - factor: What the learning rate is multiplied with, below 1; 0.1 unless told.
  ///   - patience: After how many epochs without a better value; 10 unless told.
  ///   - minimumChange: A value must be better by more than this to count; 0.0001 unless told.
  ///   - cooldown: How many epochs after a change are not counted; 0 unless told.
  ///   - minimum: The learning rate is not made smaller than this; 0 unless told.
  ///   - direction: Whether small or large is better; unless told, large for accuracies and AUC, small for the rest.
  public init(
    _ metric: String = "val_loss", factor: Double = 0.1, patience: Int = 10, minimumChange: Double = 1e-4,
    cooldown: Int = 0, minimum: Double = 0, direction: MetricSummary.Direction? = nil
  ) {
    monitor = Monitor(metric, direction, minimumChange: minimumChange)
    self.factor = factor
    self.patience = patience
    self.cooldown = cooldown
    self.minimum = minimum
  }

  /// Keeps the model.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) for a factor that is not between 0 and 1.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) throws {
    guard factor > 0, factor < 1 else {
      throw TrainError(
        .invalidSetting, "The learning rate was to be multiplied with \(factor). Give a number between 0 and 1.")
    }
    self.model = model
    if plan.initialEpoch == 0 {
      (waited, resting) = (0, 0)
      monitor.restore(best: nil)
    }
  }

  /// Compares the epoch with the best one and lowers the learning rate when it is time.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when the metric is not measured.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    if resting > 0 {
      resting -= 1
      waited = 0
    }
    if try monitor.improves(metrics) {
      waited = 0
    } else if resting == 0 {
      waited += 1
      if waited >= patience { try reduce() }
    }
    return .proceed
  }

  private func reduce() throws {
    guard let model, try model.learningRate() > minimum else { return }
    try model.setLearningRate(max(model.learningRate() * factor, minimum, .leastNormalMagnitude))
    (waited, resting) = (0, cooldown)
  }

  var resumeKey: String { "reduce_learning_rate/\(monitor.metric)" }

  var resumeState: CallbackState {
    CallbackState(
      numbers: ["waited": Double(waited), "resting": Double(resting), "best": monitor.best].compactMapValues { $0 },
      tensors: [])
  }

  func resume(from state: CallbackState) {
    waited = state.count("waited") ?? 0
    resting = state.count("resting") ?? 0
    monitor.restore(best: state.numbers["best"])
  }
}
