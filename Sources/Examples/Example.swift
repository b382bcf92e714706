public import Foundation
public import Runs
public import Train

/// A system that can be trained from the command line: data, model, training, charts, and answers for new input.
///
/// It uses nothing but the public API of `Train`, `Runs` and `Plot`, as any program would.
public protocol Example: Sendable {
  /// The name on the command line and at the beginning of run names.
  static var name: String { get }
  /// Which way each metric is better.
  static var metrics: [String: MetricSummary.Direction] { get }

  /// The example with its defaults.
  init()

  /// The example as a run recorded it.
  ///
  /// - Throws: ``ExampleError`` for settings that are missing or make no sense.
  init(recorded config: RecordedConfig) throws

  /// How long and how fast is trained.
  var settings: TrainingSettings { get set }
  /// What tells this choice of options apart in run names, such as the cell.
  var variant: String { get }
  /// Everything that was chosen beside ``settings``, for the record.
  var config: [String: ConfigValue] { get }

  /// The model, built and compiled; its weights come from the seed.
  ///
  /// - Throws: `TrainError` for settings out of range.
  func model() throws -> Model

  /// Trains the model and logs its metrics, charts and tables.
  ///
  /// - Throws: `TrainError`, `RunError` or ``ExampleError``.
  func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome

  /// What the trained model says about new input, in lines for a person to read.
  ///
  /// - Parameters:
  ///   - input: Numbers or text, as the example wants them.
  ///   - model: What ``model()`` gave, with the weights of the run.
  ///   - folder: The run's folder.
  /// - Throws: ``ExampleError`` when the input does not fit, with what would.
  func answer(to input: String, from model: Model, of folder: URL) throws -> String
}

extension Example {
  /// Everything that was chosen, for the record; without the seed.
  public var fullConfig: [String: ConfigValue] {
    config.merging(settings.config) { own, _ in own }.merging(["example": .string(Self.name)]) { own, _ in own }
  }

  /// Losses are better when small.
  public static var metrics: [String: MetricSummary.Direction] { ["loss": .min, "val_loss": .min] }
}
