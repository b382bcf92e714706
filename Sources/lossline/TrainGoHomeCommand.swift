internal import ArgumentParser
internal import Examples

struct TrainGoHomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: GoHome.name,
    abstract: "Read “gohom” letter by letter and tell each next one.",
    discussion: """
      One simple recurrent layer of five units whose outputs are the logits over the letters g, o, h, m and e. \
      `lossline predict RUN gohom` asks it afterwards.
      """)

  @OptionGroup var training: TrainingOptions<GoHome>
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.run(training, fixed: []) { _ in }
  }
}
