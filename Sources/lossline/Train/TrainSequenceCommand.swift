internal import ArgumentParser
internal import Examples

struct TrainSequenceCommand: ExampleCommand {
  static let configuration = CommandConfiguration(
    commandName: NumberSequence.name,
    abstract: "Predict the next number of a rising sequence.",
    discussion: """
      Six windows of 0, 0.1, …, 0.9 to train on and two more that the model never sees: it is meant to be only roughly \
      right.

      Example, and a question afterwards:
        lossline train sequence --name rising
        lossline predict runs/rising 0.6 0.7 0.8 0.9
      """)

  @OptionGroup var cell: CellOptions<NumberSequence>
  @OptionGroup var training: TrainingOptions<NumberSequence>
  @OptionGroup var recording: RecordingOptions

  var fixed: [String] { cell.fixed }
  func apply(to example: inout NumberSequence) { cell.apply(to: &example) }
}
