/// Something that follows a training and may end it. Every method has a default that does nothing.
///
/// An error thrown by a callback ends `fit` with that error.
public protocol Callback: AnyObject {
  /// Called once, before the first epoch.
  ///
  /// - Parameters:
  ///   - plan: The size of the training.
  ///   - model: The model that is trained, for callbacks that read or change its weights or, by
  ///     ``Model/setLearningRate(_:)``, its learning rate. Keep it weakly: the model may hold the callback.
  func trainingBegan(_ plan: TrainingPlan, model: Model) throws

  /// Called before every epoch, counted from 1.
  func epochBegan(_ epoch: Int) throws -> TrainingControl

  /// Called after every batch with its loss.
  func batchEnded(_ batch: BatchResult) throws -> TrainingControl

  /// Called after every epoch with its metrics: `loss`, those the model was compiled with and, with validation data,
  /// all of them again with `val_` before their names.
  func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl

  /// Called once, after the last epoch, whatever ended the training.
  func trainingEnded(_ history: History) throws
}

extension Callback {
  /// Does nothing.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) throws {}
  /// Goes on.
  public func epochBegan(_ epoch: Int) throws -> TrainingControl { .proceed }
  /// Goes on.
  public func batchEnded(_ batch: BatchResult) throws -> TrainingControl { .proceed }
  /// Goes on.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl { .proceed }
  /// Does nothing.
  public func trainingEnded(_ history: History) throws {}
}

/// What a callback wants to happen next.
public enum TrainingControl: Sendable, Hashable {
  /// Go on.
  case proceed
  /// End training; ``History/ending`` will say this. A batch that asks for it is the last one of its epoch. The epoch
  /// is recorded if it is complete or the ending is `diverged`.
  case stop(History.Ending)
}

/// The size of a training, known before it starts.
public struct TrainingPlan: Sendable, Hashable {
  /// The number of the last epoch.
  public let epochs: Int
  /// The number of batches in an epoch.
  public let batches: Int
  /// The number of training samples.
  public let samples: Int
  /// The epochs that were trained before, as by the run that this one resumes.
  public var initialEpoch = 0
}

/// A batch that was just trained on.
public struct BatchResult: Sendable, Hashable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// The batch within the epoch, counted from 1.
  public let batch: Int
  /// The loss before this batch's step.
  public let loss: Double
}
