internal import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an example and record the run.",
    subcommands: [TrainAirlineCommand.self])
}
