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
  @Option(help: ArgumentHelp("The folder that holds the runs.", valueName: "dir"), completion: .directory)
  var runs = "runs"
  @Flag(help: "Print nothing but errors.")
  var quiet = false
  @Option(
    help: ArgumentHelp(
      "What to do when the disk is full or refuses otherwise: go on training with one warning, or stop.",
      valueName: "continue|stop"))
  var onDiskError = OnDiskError.continue

  enum OnDiskError: String, ExpressibleByArgument, CaseIterable {
    case `continue`, stop

    /// What a run's writer is to do.
    var policy: RefusalPolicy {
      switch self {
      case .stop: .stop
      case .continue:
        .goOn { error in
          Output.error(
            "Warning: \(error) Training goes on; what does not fit into memory is missing in the run. "
              + "With --on-disk-error stop it would have ended here.")
        }
      }
    }
  }
  @Option(
    help: ArgumentHelp(
      "Go on with a run that was stopped or killed, with its own options; only --epochs may be given.",
      valueName: "run"), completion: .directory)
  var resume: String?

  /// Trains a new example into a run folder of its own, or goes on with a recorded one.
  ///
  /// - Parameters:
  ///   - options: What all examples share.
  ///   - fixed: The names of further options that were given.
  ///   - configure: Takes over further options.
  func run<E: Example>(_ options: TrainingOptions<E>, fixed: [String], configure: (inout E) -> Void) throws {
    guard let resume else {
      var example = E()
      options.apply(to: &example.settings)
      configure(&example)
      return try TrainingRun(example: example, isQuiet: quiet).begin(
        in: try folder(for: example), whenRefused: onDiskError.policy)
    }
    let given = options.fixed + fixed + Given.names([("--name", name)])
    guard given.isEmpty else {
      throw ValidationError(
        "\(given.joined(separator: ", ")) cannot be given with --resume: a run goes on with its own options, and only its "
          + "--epochs can be changed.")
    }
    try TrainingRun<E>.resume(
      URL(filePath: resume, directoryHint: .isDirectory), epochs: options.epochs, isQuiet: quiet,
      whenRefused: onDiskError.policy)
  }

  private func folder<E: Example>(for example: E) throws -> URL {
    let time = Self.timestamp(Date())
    return try Run.folder(
      named: name ?? "\(E.name)-\(example.variant)-\(example.settings.seed)-\(time)",
      in: URL(filePath: runs, directoryHint: .isDirectory))
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
