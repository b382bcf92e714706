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

  /// The example as the notes have it: SimpleRNN(10), 100 epochs.
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

extension NumberSequence {
  /// What the trained model says beside what would be right.
  struct Results {
    let windows: [Window]
    let predictions: [Double]
    /// The windows from here on were not trained on.
    let knownCount: Int

    private var errors: [Double] { zip(predictions, windows).map { $0 - $1.wanted } }
    private var parts: [String] { windows.indices.map { $0 < knownCount ? "trained on" : "never seen" } }
    /// From the smallest window to the largest.
    private var order: [Int] { windows.indices.sorted { windows[$0].first < windows[$1].first } }

    func log(to session: TrainingSession) throws {
      let known = errors.prefix(knownCount).map(abs).reduce(0, +) / Double(knownCount)
      let unseen = errors.dropFirst(knownCount).map(abs)
      let isRough = (unseen + [known]).contains { $0 > 0.02 }
      let words =
        "On the windows it was trained on the model is off by \(known.text(decimals: 2)) on average, on the two it never saw "
        + "by \(unseen.map { $0.text(decimals: 2) }.joined(separator: " and "))"
      try session.log(
        predictionByWanted, "predictions",
        "On the dashed line a prediction would be right. \(words), where one step of the sequence is 0.1.")
      try session.log(
        errorByWindow, "errors",
        "How far each prediction is off: predicted minus wanted. The first and the last window lie outside the training data."
      )
      try session.run.logTable(
        slug: "predictions", caption: "Every window with what follows and what the model says.",
        columns: [
          TableColumn("Window", order.map { windows[$0].name }),
          TableColumn("Wanted", order.map { windows[$0].wanted }),
          TableColumn("Predicted", order.map { predictions[$0].rounded(decimals: 3) }),
          TableColumn("Error", order.map { errors[$0].rounded(decimals: 3) }),
          TableColumn("Part", order.map { parts[$0] }),
        ])
      try session.run.update { $0.notes = "\(words): it is \(isRough ? "only roughly right" : "right to 0.02")." }
    }

    private var predictionByWanted: Chart {
      let all = windows.map(\.wanted) + predictions.filter(\.isFinite)
      let ends = [(all.min() ?? 0) - 0.05, (all.max() ?? 1) + 0.05]
      let (seen, unseen) = (windows.indices.prefix(knownCount), windows.indices.dropFirst(knownCount))
      return Chart("Predictions") {
        LineMark(x: ends, y: ends).foregroundStyle(Theme.light.axis).dash([4, 3]).lineWidth(1)
        // In the order of the windows below, so that both charts have the same colours.
        PointMark(x: unseen.map { windows[$0].wanted }, y: unseen.map { predictions[$0] }, series: "never seen")
          .radius(4.5)
        PointMark(x: seen.map { windows[$0].wanted }, y: seen.map { predictions[$0] }, series: "trained on").radius(4.5)
      }
      .xAxis("Wanted", domain: ends[0]...ends[1]).yAxis("Predicted", domain: ends[0]...ends[1]).plotAspectRatio(1).size(
        width: 460, height: 480)
    }

    private var errorByWindow: Chart {
      Chart("Errors") {
        BarMark(
          x: .categories(order.map { windows[$0].name }), y: .numbers(order.map { errors[$0] }),
          series: .column(order.map { parts[$0] })
        )
        .stacked()
      }
      .xAxis("Window").yAxis("Predicted − wanted")
    }
  }
}
