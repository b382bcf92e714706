internal import Plot
public import Runs
public import Train

/// Monthly airline passengers: a year of months in, the next month out. The headline example.
///
/// It uses nothing but the public API of `Train`, `Runs` and `Plot`, as any program would.
public struct Airline: Example {
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
  /// How often all training samples are used.
  public var epochs = 400
  /// Samples a step.
  public var batchSize = 32
  /// The step size of Adam.
  public var learningRate = 0.001
  /// Where the weights and the order of the samples come from.
  public var seed: UInt64 = 1

  /// The example as the notes have it: LSTM(10), 400 epochs.
  public init() {}

  /// The cell, for names of runs.
  public var variant: String { cell.rawValue }

  /// Everything that was chosen, for the record.
  public var config: [String: ConfigValue] {
    [
      "cell": .string(cell.rawValue), "units": .integer(units), "epochs": .integer(epochs),
      "batch_size": .integer(batchSize), "learning_rate": .number(learningRate), "optimizer": "adam",
      "loss": "mean_squared_error", "window": .integer(Self.window), "test_fraction": 0.2,
      "split_seed": .integer(Int(Self.splitSeed)),
    ]
  }

  /// Trains the model and logs metrics, charts and tables.
  public func train(recordingTo run: RunWriter, callbacks: [any Callback]) throws -> History {
    let passengers = AirlinePassengers.monthly
    let scaling = try Standardization(of: passengers, divisor: 5)
    let normalized = scaling.apply(passengers)
    try log(Self.original(), "original", "The number of passengers in thousands, as recorded.", to: run)
    try log(
      Self.normalized(normalized), "normalized",
      "The same after subtracting the mean and dividing by five standard deviations.", to: run)

    let samples = try WindowedSeries(normalized, length: Self.window)
    let split = try TrainTestSplit(count: samples.y.count, testFraction: 0.2, seed: Self.splitSeed)
    let (x, y) = (samples.x.gathering(split.train), samples.y.gathering(split.train))
    let (xTest, yTest) = (samples.x.gathering(split.test), samples.y.gathering(split.test))

    let model = Sequential(try cell.layers(units: units) + [Dense(1)], seed: seed)
    try model.compile(optimizer: Adam(learningRate: learningRate), loss: .meanSquaredError)
    try model.build(inputShape: [Self.window, 1])
    let summary = try model.modelSummary()
    try run.update { $0.model = summary }

    let history = try model.fit(
      x, y, epochs: epochs, batchSize: batchSize, validationData: (xTest, yTest), callbacks: callbacks)
    guard !history.epochs.isEmpty else { return history }
    try log(
      Self.history(history), "history", "Mean squared error on the training and the test part, on a logarithmic scale.",
      to: run)
    if case .diverged = history.ending { return history }
    let testLoss = try model.evaluate(xTest, yTest).loss
    try run.update { $0.metrics["val_loss"]?.test = testLoss }
    let results = Results(
      samples: samples, split: split, prediction: try model.predict(samples.x).values.map(Double.init), scaling: scaling
    )
    try results.log(to: run, testLoss: testLoss)
    return history
  }

  // MARK: Charts of the data and of training

  private func log(_ chart: Chart, _ slug: String, _ caption: String, to run: RunWriter) throws {
    try run.logChart(slug: slug, title: chart.title ?? slug, caption: caption, chart)
  }

  private static func original() -> Chart {
    Chart("Original data") { LineMark(x: AirlinePassengers.years, y: AirlinePassengers.monthly) }
      .xAxis("Time").yAxis("#Passengers")
  }

  private static func normalized(_ values: [Double]) -> Chart {
    Chart("Normalized data") { LineMark(x: AirlinePassengers.years, y: values) }
      .xAxis("Time").yAxis("Normalized #Passengers")
  }

  private static func history(_ history: History) -> Chart {
    Chart("History of training") {
      LineMark(x: history.epochs, y: history["loss"], series: "training")
      LineMark(x: history.epochs, y: history["val_loss"], series: "validation")
    }
    .xAxis("Epoch").yAxis("Loss (mean squared error)", scale: .log)
  }
}
