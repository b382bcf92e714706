internal import ArgumentParser
internal import Examples

struct TrainGoHomeCommand: ExampleCommand {
  static let configuration = CommandConfiguration(
    commandName: GoHome.name,
    abstract: "Read “gohom” letter by letter and tell each next one.",
    discussion: """
      One simple recurrent layer of five units whose outputs are the logits over the letters g, o, h, m and e.

      Example, and a question afterwards:
        lossline train gohome --name letters
        lossline predict runs/letters gohom
      """)

  @OptionGroup var training: TrainingOptions<GoHome>
  @OptionGroup var recording: RecordingOptions
}
