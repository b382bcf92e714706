public import Runs
public import Train

/// A system that can be trained from the command line: data, model, training, charts.
public protocol Example: Sendable {
  /// The name on the command line and at the beginning of run names.
  static var name: String { get }
  /// What tells this choice of options apart in run names, such as the cell.
  var variant: String { get }
  /// Everything that was chosen, for the record; without the seed.
  var config: [String: ConfigValue] { get }
  /// Where every random number comes from.
  var seed: UInt64 { get }

  /// Trains the model and logs its metrics, charts and tables to the run.
  ///
  /// - Parameter callbacks: Handed to `fit`, in this order.
  /// - Returns: The metrics of all complete epochs, and how training ended.
  /// - Throws: `TrainError`, `RunError` or ``ExampleError``.
  func train(recordingTo run: RunWriter, callbacks: [any Callback]) throws -> History
}
