/// Ends training at the first batch whose loss is NaN or infinite; ``History/ending`` then says `diverged`.
public final class StopOnNaN: Callback {
  /// Creates the callback.
  public init() {}

  /// Stops on a loss that is not finite.
  public func batchEnded(_ batch: BatchResult) -> TrainingControl {
    batch.loss.isFinite ? .proceed : .stop(.diverged(epoch: batch.epoch))
  }
}
