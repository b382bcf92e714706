internal import ArgumentParser
internal import Examples

struct TrainForecastCommand: ExampleCommand {
  static let configuration = CommandConfiguration(
    commandName: Forecast.name,
    abstract: "Predict ten steps of noisy series from fifty.",
    discussion: """
      Series of two random sines and noise, the same ones in every run: 70 % to train on, 20 % to validate, 10 % to test. \
      The custom cell is a simple one with layer normalization, defined outside of the library. `lossline predict` \
      reads fifty numbers and tells the next ten.

      Example:
        lossline train forecast --cell custom --series 2000
      """)

  @OptionGroup var cell: CellOptions<Forecast>
  @OptionGroup var dropout: DropoutOptions<Forecast>
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of series. (default: \(Forecast().series))", valueName: "count"))
  var series: Int?
  @OptionGroup var training: TrainingOptions<Forecast>
  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    try Given.require(series, "--series", in: 10...1_000_000)
    if cell.cell == .custom, let option = dropout.fixed.first {
      throw ValidationError("\(option) does not apply to --cell custom; give --cell simple, lstm or gru.")
    }
    try validateResuming()
  }

  var fixed: [String] { cell.fixed + dropout.fixed + Given.names([("--series", series)]) }

  func apply(to example: inout Forecast) {
    cell.apply(to: &example)
    dropout.apply(to: &example)
    example.series = series ?? example.series
  }
}
