internal import ArgumentParser
internal import Snapshots

struct RejectSnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Remove what tests drew; references stay as they are.",
    discussion: """
      Examples:
        lossline snapshots reject LossTests.curve
        lossline snapshots reject --all
      """)

  @OptionGroup var selection: PendingSelection

  func run() throws { try selection.decide("Rejected") { try $0.reject() } }
}
