public import Runs

/// Logs the metrics of every epoch to a run folder, with the epoch as the step.
///
/// Setting the run's status at the end is left to whoever made the writer.
public final class RunRecorder: Callback {
  private let writer: RunWriter

  /// Creates a recorder for a writer, which must not be finished before training is.
  public init(_ writer: RunWriter) { self.writer = writer }

  /// Logs the epoch's metrics, in the order of their names.
  ///
  /// - Throws: `RunError` when the disk refuses.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    let ordered = metrics.sorted { $0.key < $1.key }
    try writer.log(step: epoch, contentsOf: ordered)
    return .proceed
  }
}
