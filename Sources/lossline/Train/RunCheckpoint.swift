internal import Foundation
internal import Plot
internal import Runs
internal import Train

/// The last state of a training in its run folder, so that it can go on and answer after the process is gone.
enum RunCheckpoint {
  /// The checkpoint of a run folder.
  static func file(in folder: URL) -> URL {
    folder.appending(path: "checkpoints/last.safetensors", directoryHint: .notDirectory)
  }

  /// A callback that saves at most once a second. The run's log is brought to the disk first: it is never behind the
  /// checkpoint. A disk that refuses is treated as the run's writer was asked to.
  static func callback(_ run: RunWriter) -> ModelCheckpoint {
    let file = file(in: run.folder)
    return ModelCheckpoint(file, every: .seconds(1)) { save in
      try run.sync()
      try run.attempt(isRefusal: { _ in true }) {
        let folder = file.deletingLastPathComponent()
        do {
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
          throw CommandError("\(folder.path): the folder cannot be made: \(error.systemReason).")
        }
        try save()
      }
    }
  }
}
