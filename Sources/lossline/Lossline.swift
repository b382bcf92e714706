internal import ArgumentParser

/// `lossline`: trains examples, and turns training runs into charts and reports.
@main
struct Lossline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lossline",
    abstract: "Turns training runs into charts and reports.",
    discussion: """
      Exit codes: 0 when the work is done, 1 when it failed, 2 when a check is inconclusive, 64 for
      wrong usage, 130 after Ctrl-C.
      Errors go to standard error.
      """,
    version: "0.1.0",
    subcommands: [
      TrainCommand.self, PredictCommand.self, ReportCommand.self, PlotCommand.self, RunsCommand.self,
      CompareCommand.self, CheckCommand.self, SweepCommand.self, ExportCommand.self, WatchCommand.self,
      GalleryCommand.self, SnapshotsCommand.self,
    ])
}
