internal import ArgumentParser

struct SnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshots",
    abstract: "Look at charts that tests drew otherwise than accepted, and accept or reject them.",
    discussion: """
      Tests that call expectSnapshot (of the module PlotTesting) compare charts with references in __Snapshots__. What \
      differs or has no reference yet is written beside it as pending, until it is accepted or rejected here.
      """,
    subcommands: [
      ReviewSnapshotsCommand.self, AcceptSnapshotsCommand.self, RejectSnapshotsCommand.self,
      PruneSnapshotsCommand.self, ReportSnapshotsCommand.self,
    ])
}
