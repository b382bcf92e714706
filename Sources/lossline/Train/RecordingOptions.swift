internal import ArgumentParser
internal import Examples
internal import Foundation
internal import Runs

/// Where a training is recorded; shared by all examples.
struct RecordingOptions: ParsableArguments {
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

  @Option(help: "The name of the run's folder, which must be new. (default: EXAMPLE-CELL-SEED-TIME)")
  var name: String?
  @Option(help: ArgumentHelp("The folder that holds the runs.", valueName: "folder"), completion: .directory)
  var runs = "runs"
  @Flag(help: "Print nothing but errors.")
  var quiet = false
  @Option(
    help: ArgumentHelp(
      "What to do when the disk is full or refuses otherwise: go on training with one warning, or stop.",
      valueName: "action"))
  var onDiskError = OnDiskError.continue
  @Option(
    help: ArgumentHelp(
      "Go on with a run that was stopped or killed, with its own options; only --epochs may be given.",
      valueName: "run"), completion: .directory)
  var resume: String?

  /// The folder of a new run.
  func folder<E: Example>(for example: E) throws -> URL {
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
