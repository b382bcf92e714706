internal import ArgumentParser
internal import Examples
internal import Foundation
internal import Runs
internal import Train

/// Where a training is recorded; shared by all examples.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: "The name of the run's folder, by default EXAMPLE-CELL-SEED-TIME. An existing one is never overwritten.")
  var name: String?
  @Option(help: ArgumentHelp("The folder that holds the runs.", valueName: "dir"))
  var runs = "runs"
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  /// Trains the example into a new run folder and says how it went.
  func run<E: Example>(_ example: E) throws {
    let folder = try Run.folder(
      named: name ?? "\(E.name)-\(example.variant)-\(example.seed)-\(Self.timestamp(Date()))",
      in: URL(filePath: runs, directoryHint: .isDirectory))
    let writer = try RunWriter(creating: folder, manifest(of: example))
    let request = StopRequest { times in
      // Whoever presses Ctrl-C again wants the process gone; what was logged is on disk.
      if times > 1 { Foundation.exit(130) }
    }
    var callbacks: [any Callback] = [RunRecorder(writer), StopOnNaN(), request]
    if !quiet { callbacks.append(ProgressBar()) }
    let history: History
    do {
      history = try example.train(recordingTo: writer, callbacks: callbacks)
    } catch {
      // The first error is the one to tell; finishing may fail for the same reason.
      try? writer.finish(status: .failed, failure: "\(error)")
      throw error
    }
    try finish(writer, history, folder: folder)
  }

  private func manifest(of example: some Example) -> RunManifest {
    RunManifest(
      command: ["lossline"] + CommandLine.arguments.dropFirst(), config: example.config, seed: example.seed,
      group: "\(type(of: example).name)-\(example.variant)", environment: .current(),
      metrics: ["loss": MetricSummary(direction: .min), "val_loss": MetricSummary(direction: .min)])
  }

  private func finish(_ writer: RunWriter, _ history: History, folder: URL) throws {
    let path = folder.path(percentEncoded: false)
    switch history.ending {
    case .finished, .stopped:
      try writer.finish()
      if !quiet { try Output.write(Self.sentence(writer.manifest, history) + "\nRecorded in \(path)") }
    case .interrupted:
      try writer.finish(status: .interrupted)
      Output.error("Interrupted after \(history.epochs.count) epochs; they are recorded in \(path).")
      throw ExitCode(130)
    case .diverged(let epoch):
      let reason = "The loss was not a finite number in epoch \(epoch). Try a lower --learning-rate."
      try writer.finish(status: .failed, failure: reason)
      throw CommandError("\(reason) What came before is recorded in \(path).")
    }
  }

  private static func sentence(_ manifest: RunManifest, _ history: History) -> String {
    var parts = ["\(history.epochs.count) epochs"]
    if let seconds = manifest.duration { parts[0] += String(format: " in %.2f s", seconds) }
    for (tag, name) in [("loss", "training loss"), ("val_loss", "validation loss")] {
      if let last = manifest.metrics[tag]?.last { parts.append(String(format: "\(name) %.3g", last)) }
    }
    return parts.joined(separator: ", ") + "."
  }

  /// The time in UTC as `20261122-031500`, so that names sort by age.
  private static func timestamp(_ date: Date) -> String {
    var time = time_t(date.timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&time, &parts)
    return String(
      format: "%04d%02d%02d-%02d%02d%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
      parts.tm_min, parts.tm_sec)
  }
}
