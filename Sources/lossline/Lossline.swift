internal import ArgumentParser
internal import Foundation

/// `lossline`: trains examples, and turns training runs into charts and reports.
@main
struct Lossline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lossline",
    abstract: "Turn training runs into charts and reports.",
    discussion: """
      A run is a folder or a log of TensorBoard, Keras, Lightning or this program.

      Examples:
        lossline report logs/run-1 --open
        lossline compare 'logs/*' --metric val_loss
        lossline train airline --cell lstm

      Exit codes: 0 when the work is done, 1 when it failed, 2 when a check is inconclusive, 64 for wrong usage, 130 \
      after Ctrl-C. Errors go to standard error.
      """,
    version: "0.1.0",
    subcommands: [
      TrainCommand.self, PredictCommand.self, ReportCommand.self, PlotCommand.self, RunsCommand.self,
      CompareCommand.self, CheckCommand.self, SweepCommand.self, ExportCommand.self, WatchCommand.self,
      GalleryCommand.self, SnapshotsCommand.self,
    ])

  static func main() {
    if let remark = remarkOnUnknownCommand(in: Array(CommandLine.arguments.dropFirst())) {
      Output.error("Error: \(remark)")
      Foundation.exit(ExitCode.validationFailure.rawValue)
    }
    main(nil)
  }
}
