internal import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an example and record the run.",
    subcommands: [
      TrainSequenceCommand.self, TrainGoHomeCommand.self, TrainForecastCommand.self, TrainIMDBCommand.self,
      TrainAirlineCommand.self,
    ])
}
