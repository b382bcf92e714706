internal import ArgumentParser
internal import Examples

struct TrainAirlineCommand: ExampleCommand {
  static let configuration = CommandConfiguration(
    commandName: Airline.name,
    abstract: "Predict the number of airline passengers from the twelve months before.",
    discussion: """
      144 months, January 1949 to December 1960, are part of the program. A fifth of the samples, the same in every run, \
      is the test part. The run holds the metrics of every epoch, six charts and two tables; `lossline report` shows them, \
      and `lossline predict` tells the month after twelve others.

      Example:
        lossline train airline --cell gru --epochs 200 --name gru-200
      """)

  @OptionGroup var cell: CellOptions<Airline>
  @OptionGroup var training: TrainingOptions<Airline>
  @OptionGroup var recording: RecordingOptions

  var fixed: [String] { cell.fixed }
  func apply(to example: inout Airline) { cell.apply(to: &example) }
}
