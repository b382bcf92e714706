internal import ArgumentParser
internal import Examples

struct TrainAirlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "airline",
    abstract: "Predict the number of airline passengers from the twelve months before.",
    discussion: """
      144 months, January 1949 to December 1960, are part of the program. A fifth of the samples, the same in \
      every run, is the test part. The run holds the metrics of every epoch, six charts and two tables; `lossline report` shows them.
      """)

  @Option(help: "What reads the months: lstm or dense (simple and gru come later).")
  var cell = Cell.lstm
  @Option(help: "The width of the hidden layer.")
  var units = 10
  @Option(help: "How often all training samples are used.")
  var epochs = 400
  @Option(help: "Samples a step.")
  var batchSize = 32
  @Option(help: "The step size of Adam.")
  var learningRate = 0.001
  @Option(help: "Where every random number comes from: the same seed gives the same run.")
  var seed: UInt64 = 1
  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    for (option, value) in [("--units", units), ("--epochs", epochs), ("--batch-size", batchSize)] where value < 1 {
      throw ValidationError("\(option) is \(value); give at least 1.")
    }
    guard learningRate > 0, learningRate.isFinite else {
      throw ValidationError("--learning-rate is \(learningRate); give a number above 0.")
    }
  }

  func run() throws {
    var example = Airline()
    example.cell = cell
    example.units = units
    example.epochs = epochs
    example.batchSize = batchSize
    example.learningRate = learningRate
    example.seed = seed
    try recording.run(example)
  }
}
