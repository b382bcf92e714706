public import Foundation
internal import Plot
public import Runs
public import Train

/// The next number: four steps of a rising sequence in, the fifth out.
///
/// Six windows of 0, 0.1, …, 0.9 are all there is to train on. The model is meant to be only roughly right.
public struct NumberSequence: WindowExample {
  /// The name on the command line.
  public static let name = "sequence"
  /// Numbers in a window.
  public static let window = 4

  /// What reads the window.
  public var cell = Cell.simple
  /// The width of the hidden layer.
  public var units = 10
  /// How long and how fast is trained.
  public var settings = TrainingSettings(epochs: 100)

  /// The example with its defaults: SimpleRNN(10), 100 epochs.
  public init() {}

  /// Everything that was chosen beside the settings.
  public var config: [String: ConfigValue] {
    ["cell": .string(cell.rawValue), "units": .integer(units), "loss": "mean_squared_error"]
  }

  /// Trains on the six windows and tells how far off the model is on them and on two that it never saw.
  public func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome {
    let known = (0...5).map { Window(first: $0) }
    let outcome = try session.fit(model, try Self.tensor(known), Tensor(known.map { Float($0.wanted) }), settings)
    guard !outcome.curves.epochs.isEmpty else { return outcome }
    try session.log(
      outcome.curves.chart("History of training", "loss", axis: "Loss (mean squared error)"), "history",
      "The mean squared error over the six training windows after each epoch, on a logarithmic scale.")
    guard outcome.hasResults else { return outcome }
    let all = known + [Window(first: 6), Window(first: -1)]
    let predictions = try model.predict(Self.tensor(all)).values.map(Double.init)
    try Results(windows: all, predictions: predictions, knownCount: known.count).log(to: session)
    return outcome
  }

  /// The number that follows four others.
  public func answer(to input: String, from model: Model, of folder: URL) throws -> String {
    let numbers = try NumberInput.read(
      input, count: Self.window, wanted: "four numbers, such as 0.6 0.7 0.8 0.9")
    let x = try Tensor(shape: [1, Self.window, 1], values: numbers.map(Float.init))
    return "\(try model.predict(x).values[0])"
  }

  /// Windows as (samples, time, features = 1).
  private static func tensor(_ windows: [Window]) throws -> Tensor {
    try Tensor(shape: [windows.count, window, 1], values: windows.flatMap { $0.values.map(Float.init) })
  }

  /// Four steps and the one that follows.
  struct Window {
    /// The first number, in tenths.
    var first: Int

    var values: [Double] { (first..<first + NumberSequence.window).map { Double($0) / 10 } }
    var wanted: Double { Double(first + NumberSequence.window) / 10 }
    /// `0.1 … 0.4`.
    var name: String { "\(values[0]) … \(values[NumberSequence.window - 1])" }
  }
}
