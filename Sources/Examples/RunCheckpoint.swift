public import Foundation
public import Runs
public import Train

/// Keeps the last state of a training in its run folder, so that it can go on and answer after the process is gone.
///
/// It saves at most once a second. The run's log is brought to the disk first: it is never behind the checkpoint.
public final class RunCheckpoint: Callback {
  private let run: RunWriter
  private let file: URL
  private let clock = ContinuousClock()
  private var lastSaved: ContinuousClock.Instant
  private weak var model: Model?
  /// The last epoch, while it is not saved and nothing was trained since.
  private var unsavedEpoch: Int?

  /// The checkpoint of a run folder.
  public static func file(in folder: URL) -> URL {
    folder.appending(path: "checkpoints/last.safetensors", directoryHint: .notDirectory)
  }

  /// A callback for a run that is being written; give it last, since it saves what the others make of an epoch.
  public init(_ run: RunWriter) {
    self.run = run
    file = RunCheckpoint.file(in: run.folder)
    lastSaved = clock.now
  }

  /// Keeps the model.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) { self.model = model }

  /// Notes that the weights are not those at the end of an epoch any more.
  public func batchEnded(_ batch: BatchResult) -> TrainingControl {
    unsavedEpoch = nil
    return .proceed
  }

  /// Saves when a second has passed. Weights that are not numbers never replace sound ones.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    guard metrics["loss"]?.isFinite == true else { return .proceed }
    if clock.now - lastSaved >= .seconds(1) { try save(epoch) } else { unsavedEpoch = epoch }
    return .proceed
  }

  /// Saves the last epoch.
  public func trainingEnded(_ history: History) throws {
    if let unsavedEpoch { try save(unsavedEpoch) }
  }

  /// A disk that refuses a checkpoint is treated as the run's writer was asked to.
  private func save(_ epoch: Int) throws {
    try run.sync()
    try run.attempt(isRefusal: { _ in true }) {
      let folder = file.deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw ExampleError("\(folder.path): the folder cannot be made: \(error.localizedDescription)")
      }
      try model?.saveCheckpoint(to: file, epoch: epoch)
    }
    lastSaved = clock.now
    unsavedEpoch = nil
  }
}
