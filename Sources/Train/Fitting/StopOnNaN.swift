/// Ends training when it diverges; ``History/ending`` then says `diverged`.
///
/// It looks at the loss of every batch, and at the end of every epoch at its metrics named `loss` and `val_loss` and at the
/// weights: those may be ruined by the last step, of which no batch tells.
public final class StopOnNaN: Callback {
  private let growth: Double
  private weak var model: Model?
  /// The loss of the first batch.
  private var firstLoss: Double?

  /// Creates the callback.
  ///
  /// - Parameter growth: An epoch whose loss is more than so many times that of the training's first batch has diverged too;
  ///   unless told, only numbers that are NaN or infinite count.
  public init(growth: Double = .infinity) { self.growth = growth }

  /// Keeps the model.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) {
    self.model = model
    firstLoss = nil
  }

  /// Stops on a loss that is not finite.
  public func batchEnded(_ batch: BatchResult) -> TrainingControl {
    firstLoss = firstLoss ?? abs(batch.loss)
    if batch.loss.isFinite { return .proceed }
    return stop(batch.epoch, "The loss of batch \(batch.batch) in epoch \(batch.epoch) was not a finite number.")
  }

  /// Stops on weights or a mean loss that are not finite, and on a loss that has grown too much.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) -> TrainingControl {
    for name in ["loss", "val_loss"] {
      guard let loss = metrics[name] else { continue }
      guard loss.isFinite else { return stop(epoch, "The \(name) of epoch \(epoch) was not a finite number.") }
      // A training that begins with next to no loss may well have more of it later.
      let first = max(firstLoss ?? .infinity, Double(Float.ulpOfOne))
      guard !(loss > growth * first) else {
        return stop(
          epoch,
          "The \(name) of epoch \(epoch) was \(Float(loss)), more than \(Float(growth)) times the loss of the first "
            + "batch, \(Float(first)).")
      }
    }
    guard model?.hasFiniteWeights ?? true else {
      return stop(epoch, "After epoch \(epoch) the weights were not finite numbers.")
    }
    return .proceed
  }

  private func stop(_ epoch: Int, _ reason: String) -> TrainingControl {
    .stop(.diverged(epoch: epoch, reason: reason))
  }
}
