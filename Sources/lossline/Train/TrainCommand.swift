internal import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an example and record the run.",
    discussion: """
      Every training is a folder of its own below runs, which `lossline report` turns into a page and `lossline predict` \
      asks. Ctrl-C keeps what is trained so far, and --resume goes on with it.
      """,
    subcommands: [
      TrainSequenceCommand.self, TrainGoHomeCommand.self, TrainForecastCommand.self, TrainIMDBCommand.self,
      TrainAirlineCommand.self,
    ])
}
