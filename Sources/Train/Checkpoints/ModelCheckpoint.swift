public import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Saves the model while it is trained, so that nothing is lost when the process is.
///
/// What it writes resumes a training; see ``Model/loadCheckpoint(from:callbacks:)``. It is called after all other callbacks,
/// wherever it stands among them.
public final class ModelCheckpoint: Callback, ResumableCallback {
  private let file: URL
  private let interval: Duration
  private let saving: (_ save: () throws -> Void) throws -> Void
  private var monitor: Monitor?
  private weak var model: Model?
  private let clock = ContinuousClock()
  private var lastSaved: ContinuousClock.Instant?
  /// The last epoch that was not saved, and the optimizer's steps at its end.
  private var unsaved: (epoch: Int, step: Int)?

  /// Saves the last state, at the end of an epoch and of the training.
  ///
  /// - Parameters:
  ///   - file: A safetensors file, replaced each time.
  ///   - interval: At least this long between two times; after every epoch unless told.
  ///   - beforeSaving: Called before the file is written, such as to write out a log that the checkpoint must not be ahead
  ///     of; an error it throws ends `fit`.
  public convenience init(_ file: URL, every interval: Duration = .zero, beforeSaving: (() throws -> Void)? = nil) {
    self.init(file, every: interval) { save in
      try beforeSaving?()
      try save()
    }
  }

  /// Saves the last state as the other initializer does, within a closure that decides what becomes of its errors.
  package init(
    _ file: URL, every interval: Duration, saving: @escaping (_ save: () throws -> Void) throws -> Void
  ) {
    self.file = file
    self.interval = interval
    self.saving = saving
  }

  /// Saves the state of the best epoch only.
  ///
  /// - Parameters:
  ///   - file: A safetensors file, replaced each time.
  ///   - metric: The name of the metric that decides, such as `val_loss`.
  ///   - direction: Whether small or large is better; unless told, large for accuracies and AUC, small for the rest.
  public init(_ file: URL, best metric: String, direction: MetricSummary.Direction? = nil) {
    self.file = file
    interval = .zero
    saving = { try $0() }
    monitor = Monitor(metric, direction, minimumChange: 0)
  }

  /// Keeps the model.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) {
    self.model = model
    lastSaved = clock.now
    unsaved = nil
    if plan.initialEpoch == 0 { monitor?.restore(best: nil) }
  }

  /// Saves when it is time, and never after an epoch whose loss is not finite.
  ///
  /// - Throws: ``TrainError``: `checkpoint` when the disk refuses, `invalidSetting` when the metric is not measured.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    guard metrics["loss"].map(\.isFinite) ?? true else { return .proceed }
    if monitor != nil {
      if try monitor?.improves(metrics) == true { try save(epoch) }
    } else if lastSaved.map({ clock.now - $0 >= interval }) ?? true {
      try save(epoch)
    } else {
      unsaved = try model.map { (epoch, try $0.optimizerState().step) }
    }
    return .proceed
  }

  /// Saves what was not saved yet, unless training ended in the middle of a later epoch.
  ///
  /// - Throws: ``TrainError`` (`checkpoint`) when the disk refuses.
  public func trainingEnded(_ history: History) throws {
    if let unsaved, try model?.optimizerState().step == unsaved.step { try save(unsaved.epoch) }
  }

  private func save(_ epoch: Int) throws {
    // Weights that are not finite cannot be gone on from; what was saved before can.
    guard let model, model.hasFiniteWeights else { return }
    try saving { try model.saveCheckpoint(to: file, epoch: epoch) }
    lastSaved = clock.now
    unsaved = nil
  }

  var resumeKey: String { "model_checkpoint/\(monitor?.metric ?? "")" }

  var resumeState: CallbackState {
    CallbackState(numbers: ["best": monitor?.best].compactMapValues { $0 }, tensors: [])
  }

  func resume(from state: CallbackState) { monitor?.restore(best: state.numbers["best"]) }

  /// Whether it saves the best epoch only.
  var savesBest: Bool { monitor != nil }
}
