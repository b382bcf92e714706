public import Foundation
internal import Plot
public import Runs
public import Train

/// A character model: after each letter of “gohom” the one that follows, “ohome”.
///
/// One simple recurrent layer whose outputs are the logits over the five characters.
public struct GoHome: Example {
  /// The name on the command line.
  public static let name = "gohome"
  /// Which way each metric is better.
  public static let metrics: [String: MetricSummary.Direction] = ["loss": .min, "accuracy": .max]
  /// The characters in the order of their ids.
  static let characters: [Character] = ["g", "o", "h", "m", "e"]
  /// Characters of the input; the last one never occurs there.
  static let depth = 4
  static let input = "gohom"
  static let target = "ohome"

  /// How long and how fast is trained.
  public var settings = TrainingSettings(epochs: 50, learningRate: 0.1)

  /// The example with its defaults.
  public init() {}

  /// The example as a run recorded it.
  public init(recorded config: RecordedConfig) throws { settings = try TrainingSettings(recorded: config) }

  /// There is one cell only.
  public var variant: String { "simple" }

  /// Everything that was chosen beside the settings.
  public var config: [String: ConfigValue] {
    [
      "cell": "simple", "units": .integer(Self.characters.count), "loss": "sequence_crossentropy",
      "input": .string(Self.input), "target": .string(Self.target),
    ]
  }

  /// SimpleRNN(5), whose outputs are the logits.
  public func model() throws -> Model {
    let model = Sequential([SimpleRNN(Self.characters.count, returnSequences: true)], seed: settings.seed)
    try model.compile(optimizer: settings.optimizer, loss: .sequenceCrossentropy, metrics: [.accuracy])
    try model.build(inputShape: [nil, Self.depth])
    return model
  }

  /// Trains on the one word and logs what the model makes of it after every epoch.
  public func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome {
    let x = try Self.oneHotRows(Self.input)
    let y = try Tensor(shape: [1, Self.target.count], values: Self.ids(of: Self.target).map(Float.init))
    let decoded = DecodedText(x, session)
    let outcome = try session.fit(model, x, y, settings, callbacks: [decoded])
    guard !outcome.curves.epochs.isEmpty else { return outcome }
    try session.log(
      history(outcome.curves, decoded.changes), "history",
      "The cross-entropy averaged over the five letters, and the text that the model reads after an epoch, wherever it "
        + "changes. The outputs lie within ±1, so the loss cannot fall below 0.43.")
    guard outcome.hasResults else { return outcome }
    let probabilities = Self.probabilities(try model.predict(x))
    try Results(texts: decoded.texts, changes: decoded.changes, probabilities: probabilities).log(to: session)
    return outcome
  }

  /// The letters that follow those of a word.
  public func answer(to input: String, from model: Model, of folder: URL) throws -> String {
    let word = input.lowercased().filter { !$0.isWhitespace }
    guard !word.isEmpty, word.count <= 10_000, word.allSatisfy({ Self.characters.prefix(Self.depth).contains($0) })
    else {
      throw ExampleError("“\(input.prefix(40))” was given. Give a word of the letters g, o, h and m, such as gohom.")
    }
    return Self.decode(try model.predict(Self.oneHotRows(word)))
  }

  // MARK: Letters and numbers

  static func ids(of text: String) -> [Int] { text.map { characters.firstIndex(of: $0) ?? 0 } }

  /// A word as (1, time, depth).
  private static func oneHotRows(_ text: String) throws -> Tensor { try oneHot([ids(of: text)], depth: depth) }

  /// The most probable letter of each step, from logits (1, time, characters).
  static func decode(_ logits: Tensor) -> String {
    String(rows(logits).map { row in characters[row.indices.max { row[$0] < row[$1] } ?? 0] })
  }

  private static func probabilities(_ logits: Tensor) -> [[Double]] {
    rows(logits).map { row in
      let powers = row.map { exp($0) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
  }

  private static func rows(_ logits: Tensor) -> [[Double]] {
    stride(from: 0, to: logits.count, by: characters.count).map { start in
      logits.values[start..<start + characters.count].map(Double.init)
    }
  }

  /// The loss with the first few changes of the decoded text written to it.
  private func history(_ curves: TrainingCurves, _ changes: [DecodedText.Entry]) -> Chart {
    let losses = Dictionary(zip(curves.epochs, curves["loss"]), uniquingKeysWith: { $1 })
    return Chart("History of training") {
      LineMark(x: curves.epochs, y: curves["loss"])
      for change in changes.suffix(8) {
        PointMark(x: [change.epoch], y: [losses[change.epoch] ?? .nan]).annotation(change.text)
      }
    }
    .xAxis("Epoch").yAxis("Loss (cross-entropy a letter)")
  }
}
