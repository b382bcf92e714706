internal import ArgumentParser
internal import Examples

struct TrainSequenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: NumberSequence.name,
    abstract: "Predict the next number of a rising sequence.",
    discussion: """
      Six windows of 0, 0.1, …, 0.9 to train on and two more that the model never sees: it is meant to be only roughly \
      right. `lossline predict RUN 0.6 0.7 0.8 0.9` asks it afterwards.
      """)

  @OptionGroup var cell: CellOptions<NumberSequence>
  @OptionGroup var training: TrainingOptions<NumberSequence>
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.run(training, fixed: cell.fixed) { cell.apply(to: &$0) }
  }
}
