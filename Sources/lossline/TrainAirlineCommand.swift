internal import ArgumentParser
internal import Examples

struct TrainAirlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Airline.name,
    abstract: "Predict the number of airline passengers from the twelve months before.",
    discussion: """
      144 months, January 1949 to December 1960, are part of the program. A fifth of the samples, the same in \
      every run, is the test part. The run holds the metrics of every epoch, six charts and two tables; `lossline report` \
      shows them, and `lossline predict RUN` tells the month after twelve others.
      """)

  @OptionGroup var cell: CellOptions<Airline>
  @OptionGroup var training: TrainingOptions<Airline>
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.run(training, fixed: cell.fixed) { cell.apply(to: &$0) }
  }
}
