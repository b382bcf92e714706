internal import ArgumentParser
internal import Examples
internal import Foundation

/// A command that trains an example. It has the options that all share, and those of its own.
protocol ExampleCommand: ParsableCommand {
  associatedtype Trained: Example

  var training: TrainingOptions<Trained> { get }
  var recording: RecordingOptions { get }

  /// The names of the further options that were given; a training that goes on cannot change them.
  var fixed: [String] { get }
  /// Takes over the further options.
  func apply(to example: inout Trained)
}

extension ExampleCommand {
  var fixed: [String] { [] }
  func apply(to example: inout Trained) {}

  func validate() throws { try validateResuming() }

  /// - Throws: `ValidationError` for options that `--resume` has no place for.
  func validateResuming() throws {
    guard recording.resume != nil else { return }
    let given = training.fixed + fixed + Given.names([("--name", recording.name)])
    guard given.isEmpty else {
      throw ValidationError(
        "\(given.joined(separator: ", ")) cannot be given with --resume: a run goes on with its own options, and only its "
          + "--epochs can be changed.")
    }
  }

  func run() throws {
    if let folder = recording.resume {
      return try TrainingRun<Trained>.resume(
        URL(filePath: folder, directoryHint: .isDirectory), epochs: training.epochs, isQuiet: recording.quiet,
        whenRefused: recording.onDiskError.policy)
    }
    var example = Trained()
    training.apply(to: &example.settings)
    apply(to: &example)
    try TrainingRun(example: example, isQuiet: recording.quiet).begin(
      in: try recording.folder(for: example), whenRefused: recording.onDiskError.policy)
  }
}
