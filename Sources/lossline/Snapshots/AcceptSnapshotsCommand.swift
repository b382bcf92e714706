internal import ArgumentParser
internal import Snapshots

struct AcceptSnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make what tests drew the reference.",
    discussion: """
      A reference that was changed since its test ran is left alone, and so is a drawing that is no longer what the test \
      drew; the others are accepted, and the command ends with 1.

      Examples:
        lossline snapshots accept LossTests.curve
        lossline snapshots accept Tests/ChartTests/__Snapshots__/LossTests
      """)

  @OptionGroup var selection: PendingSelection

  func run() throws { try selection.decide("Accepted") { try $0.accept() } }
}
