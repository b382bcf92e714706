public import Foundation
internal import Plot
public import Runs
public import Train

/// Monthly airline passengers: a year of months in, the next month out. The headline example.
public struct Airline: WindowExample {
  /// The name on the command line.
  public static let name = "airline"
  /// Months in a window.
  public static let window = 12
  /// Chooses the test part, which is the same for every run, so that runs can be compared.
  static let splitSeed: UInt64 = 42

  /// What reads the window.
  public var cell = Cell.lstm
  /// The width of the hidden layer.
  public var units = 10
  /// How long and how fast is trained.
  public var settings = TrainingSettings(epochs: 400)

  /// The example with its defaults: LSTM(10), 400 epochs.
  public init() {}

  /// Everything that was chosen beside the settings.
  public var config: [String: ConfigValue] {
    [
      "cell": .string(cell.rawValue), "units": .integer(units), "loss": "mean_squared_error",
      "window": .integer(Self.window), "test_fraction": 0.2, "split_seed": .integer(Int(Self.splitSeed)),
    ]
  }

  /// Trains the model and logs metrics, charts and tables.
  public func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome {
    let passengers = AirlinePassengers.monthly
    let scaling = try Self.scaling()
    let normalized = scaling.apply(passengers)
    try session.log(Self.original(), "original", "The number of passengers in thousands, as recorded.")
    try session.log(
      Self.normalized(normalized), "normalized",
      "The same after subtracting the mean and dividing by five standard deviations.")

    let samples = try WindowedSeries(normalized, length: Self.window)
    let split = try TrainTestSplit(count: samples.y.count, testFraction: 0.2, seed: Self.splitSeed)
    let (xTest, yTest) = (samples.x.gathering(split.test), samples.y.gathering(split.test))
    let outcome = try session.fit(
      model, samples.x.gathering(split.train), samples.y.gathering(split.train), settings, validation: (xTest, yTest))
    guard !outcome.curves.epochs.isEmpty else { return outcome }
    try session.log(
      Self.history(outcome.curves), "history",
      "Mean squared error of the normalized values on the training and the test part, on a logarithmic scale.")
    guard outcome.hasResults else { return outcome }
    let testLoss = try model.evaluate(xTest, yTest).loss
    try session.run.update { $0.metrics["val_loss"]?.test = testLoss }
    let results = Results(
      samples: samples, split: split, prediction: try model.predict(samples.x).values.map(Double.init), scaling: scaling
    )
    try results.log(to: session, testLoss: testLoss)
    return outcome
  }

  /// The passengers of the month that follows twelve others.
  public func answer(to input: String, from model: Model, of folder: URL) throws -> String {
    let months = try NumberInput.read(
      input, count: Self.window,
      wanted: "twelve numbers, thousands of passengers in twelve months, such as "
        + AirlinePassengers.monthly.suffix(Self.window).map { "\(Int($0))" }.joined(separator: " "))
    let scaling = try Self.scaling()
    let x = try Tensor(shape: [1, Self.window, 1], values: scaling.apply(months).map(Float.init))
    return "\(scaling.invert(try model.predict(x))[0].rounded(decimals: 1))"
  }

  private static func scaling() throws -> Standardization {
    try Standardization(of: AirlinePassengers.monthly, divisor: 5)
  }

  // MARK: Charts of the data and of training

  private static func original() -> Chart {
    Chart("Original data") { LineMark(x: AirlinePassengers.years, y: AirlinePassengers.monthly) }
      .xAxis("Time").yAxis("#Passengers")
  }

  private static func normalized(_ values: [Double]) -> Chart {
    Chart("Normalized data") { LineMark(x: AirlinePassengers.years, y: values) }
      .xAxis("Time").yAxis("Normalized #Passengers")
  }

  private static func history(_ history: TrainingCurves) -> Chart {
    Chart("History of training") {
      LineMark(x: history.epochs, y: history["loss"], series: "training")
      LineMark(x: history.epochs, y: history["val_loss"], series: "validation")
    }
    .xAxis("Epoch").yAxis("Loss (mean squared error)", scale: .log)
  }
}
