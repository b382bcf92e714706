public import Foundation
internal import Plot
public import Runs
public import Train

/// Ten steps ahead: fifty values of a noisy series in, and after every one of them the next ten out.
public struct Forecast: CellExample {
  /// The name on the command line.
  public static let name = "forecast"
  /// What can read the series.
  public static let cells: [Cell] = [.simple, .lstm, .gru, .custom]
  /// Which way each metric is better.
  public static let metrics: [String: MetricSummary.Direction] = [
    "loss": .min, "val_loss": .min, "last_time_step_mse": .min, "val_last_time_step_mse": .min,
  ]
  /// Makes the series, which are the same for every run, so that runs can be compared.
  static let dataSeed: UInt64 = 42

  /// What both recurrent layers are made of.
  public var cell = Cell.lstm
  /// The width of both recurrent layers.
  public var units = 20
  /// The number of series: 70 % to train on, 20 % to validate, 10 % to test.
  public var series = 10_000
  /// The part of the input's features that training drops.
  public var dropout = 0.0
  /// The part of the state that training does not feed back.
  public var recurrentDropout = 0.0
  /// How long and how fast is trained.
  public var settings = TrainingSettings(epochs: 20)

  /// The example with its defaults: two LSTM(20), 10,000 series, 20 epochs.
  public init() {}

  /// The example as a run recorded it.
  public init(recorded config: RecordedConfig) throws {
    cell = try config.cell(among: Self.cells)
    units = try config.integer("units", in: Self.unitRange)
    series = try config.integer("series", in: 10...1_000_000)
    dropout = try config.number("dropout")
    recurrentDropout = try config.number("recurrent_dropout")
    settings = try TrainingSettings(recorded: config)
  }

  /// Everything that was chosen beside the settings.
  public var config: [String: ConfigValue] {
    [
      "cell": .string(cell.rawValue), "units": .integer(units), "series": .integer(series),
      "dropout": .number(dropout), "recurrent_dropout": .number(recurrentDropout), "loss": "mean_squared_error",
      "data_seed": .integer(Int(Self.dataSeed)),
    ]
  }

  /// Two recurrent layers and a dense one at every time step.
  public func model() throws -> Model {
    let recurrent = (0..<2).map { _ in
      cell.layer(units: units, returnSequences: true, dropout: dropout, recurrentDropout: recurrentDropout)
    }
    let model = Sequential(recurrent + [TimeDistributed(Dense(SineSeries.ahead))], seed: settings.seed)
    try model.compile(
      optimizer: settings.optimizer, loss: .meanSquaredError, metrics: [.lastTimeStepMeanSquaredError])
    try model.build(inputShape: [nil, 1])
    return model
  }

  /// Trains on most series and shows how the model goes on with some that it never saw.
  public func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome {
    let data = SineSeries(count: series, seed: Self.dataSeed)
    let (trained, validated) = (0..<series * 7 / 10, series * 7 / 10..<series * 9 / 10)
    let outcome = try session.fit(
      model, data.x(trained), data.y(trained), settings, validation: (data.x(validated), data.y(validated)))
    guard !outcome.curves.epochs.isEmpty else { return outcome }
    try session.log(
      outcome.curves.chart("History of training", "loss", axis: "Loss (mean squared error)"), "history",
      "The mean squared error over all fifty time steps, ten predictions at each. The first steps know little of the "
        + "series and dominate it.")
    try session.log(
      outcome.curves.chart(
        "Error at the last time step", "last_time_step_mse", axis: "Mean squared error"), "last-step",
      "The mean squared error of the ten predictions after the fiftieth value alone: what a forecast is used for.")
    guard outcome.hasResults else { return outcome }
    let tested = series * 9 / 10..<series
    let prediction = try model.predict(data.x(tested))
    try Results(data: data, series: tested, prediction: prediction).log(to: session)
    return outcome
  }

  /// The ten values that follow fifty others.
  public func answer(to input: String, from model: Model, of folder: URL) throws -> String {
    let numbers = try NumberInput.read(
      input, count: SineSeries.given, wanted: "fifty numbers, the values of a series at even steps")
    let x = try Tensor(shape: [1, SineSeries.given, 1], values: numbers.map(Float.init))
    return try model.predict(x).values.suffix(SineSeries.ahead).map { "\($0)" }.joined(separator: " ")
  }
}
