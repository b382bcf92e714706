internal import ArgumentParser
internal import Examples
internal import Foundation
internal import Runs
internal import Train

/// The training of an example, recorded in a run folder.
struct TrainingRun<E: Example> {
  var example: E
  var isQuiet: Bool

  /// Trains into a new folder.
  func begin(in folder: URL, whenRefused: RefusalPolicy) throws {
    // Settings that make no sense are told before there is a folder.
    let model = try example.model()
    try train(model, RunWriter(creating: folder, manifest, whenRefused: whenRefused), resuming: nil)
  }

  /// Goes on with a run where its last checkpoint ends.
  ///
  /// - Parameter epochs: The last epoch, where it is another one than that of the run.
  static func resume(_ folder: URL, epochs: Int?, isQuiet: Bool, whenRefused: RefusalPolicy) throws {
    let run = try Run(reading: folder)
    let path = folder.path
    guard run.status != .running else {
      throw CommandError("\(path): the run is still being trained by another process. Wait for it, or stop it first.")
    }
    guard var example = try Examples.recorded(in: run.manifest, folder: folder) as? E else {
      let name = run.manifest.config["example"]?.stringValue ?? "?"
      throw CommandError("\(path): the run is one of \(name). To go on: lossline train \(name) --resume \(path)")
    }
    example.settings.epochs = epochs ?? example.settings.epochs
    let model = try example.model()
    let file = RunCheckpoint.file(in: folder)
    // Killed in its first second, a run has no checkpoint yet and begins again.
    let trained = FileManager.default.fileExists(atPath: file.path) ? try model.loadCheckpoint(from: file) : 0
    let last = example.settings.epochs
    guard trained < last || (trained == last && run.status != .finished) else {
      throw CommandError("\(path): \(Self.epochs(trained)) trained already. Give --epochs more than that to go on.")
    }
    let writer = try RunWriter(resuming: folder, atStep: trained + 1, whenRefused: whenRefused)
    let config = example.fullConfig
    try writer.update { $0.config = config }
    try TrainingRun(example: example, isQuiet: isQuiet).train(model, writer, resuming: (run, trained))
  }

  private func train(_ model: Model, _ writer: RunWriter, resuming earlier: (run: Run, epochs: Int)?) throws {
    let request = StopRequest { times in
      // Whoever presses Ctrl-C again wants the process gone; what was logged is on disk.
      if times > 1 { Foundation.exit(130) }
    }
    var callbacks: [any Callback] = [RunRecorder(writer), StopOnNaN(growth: 1e6), request]
    if !isQuiet { callbacks.append(ProgressBar()) }
    callbacks.append(RunCheckpoint.callback(writer))
    let outcome: TrainingOutcome
    do {
      outcome = try example.train(
        model, in: TrainingSession(writer, resuming: earlier, callbacks: callbacks))
    } catch {
      // The first error is the one to tell; finishing may fail for the same reason.
      try? writer.finish(status: .failed, failure: "\(error)")
      throw error
    }
    try finish(writer, outcome)
  }

  private var manifest: RunManifest {
    RunManifest(
      command: ["lossline"] + CommandLine.arguments.dropFirst(), config: example.fullConfig,
      seed: example.settings.seed,
      group: "\(E.name)-\(example.variant)", environment: .current(),
      metrics: E.metrics.mapValues { MetricSummary(direction: $0) })
  }

  private func finish(_ writer: RunWriter, _ outcome: TrainingOutcome) throws {
    let path = writer.folder.path
    defer {
      let lost = writer.lostCount
      if lost > 0 { Output.error("The disk refused \(lost) records or files of \(path); they are missing in the run.") }
    }
    switch outcome.ending {
    case .finished, .stopped:
      try writer.finish()
      if !isQuiet { try Output.write(Self.sentence(writer.manifest, outcome) + "\nRecorded in \(path)") }
    case .interrupted:
      try writer.finish(status: .interrupted)
      Output.error(
        "Interrupted after \(Self.epochs(outcome.epochCount)); what came before is recorded in \(path).\n"
          + "To go on: lossline train \(E.name) --resume \(path)")
      throw ExitCode(130)
    case .diverged(let epoch):
      let reason = "\(outcome.finding(inEpoch: epoch)) Try a lower --learning-rate."
      try writer.finish(status: .failed, failure: reason)
      throw CommandError("\(reason) What came before is recorded in \(path).")
    }
  }

  private static func epochs(_ count: Int) -> String { count == 1 ? "1 epoch" : "\(count) epochs" }

  private static func sentence(_ manifest: RunManifest, _ outcome: TrainingOutcome) -> String {
    var parts = [epochs(outcome.epochCount)]
    if let seconds = manifest.duration { parts[0] += String(format: " in %.2f s", seconds) }
    for (tag, name) in [
      ("loss", "training loss"), ("val_loss", "validation loss"), ("val_accuracy", "validation accuracy"),
    ] {
      if let last = manifest.metrics[tag]?.last { parts.append(String(format: "\(name) %.3g", last)) }
    }
    return parts.joined(separator: ", ") + "."
  }
}
