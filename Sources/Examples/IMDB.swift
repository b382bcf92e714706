public import Foundation
internal import Plot
public import Runs
public import Train

/// Sentiment of film reviews: the last eighty words in, the probability that the review is a good one out.
public struct IMDB: CellExample {
  /// The name on the command line.
  public static let name = "imdb"
  /// What can read the words.
  public static let cells: [Cell] = [.simple, .lstm, .gru]
  /// Which way each metric is better.
  public static let metrics: [String: MetricSummary.Direction] = [
    "loss": .min, "val_loss": .min, "accuracy": .max, "val_accuracy": .max,
  ]

  /// What reads the words.
  public var cell = Cell.lstm
  /// The width of the recurrent layer and the length of the words' vectors.
  public var units = 128
  /// The number of ids: the most frequent words and four ids with a meaning of their own.
  public var words = 20_000
  /// The number of words that are read, from the end of a review.
  public var length = 80
  /// The part of the input's features that training drops.
  public var dropout = 0.2
  /// The part of the state that training does not feed back.
  public var recurrentDropout = 0.2
  /// The folder or archive of the reviews, or Keras' `imdb.npz`.
  public var data = "aclImdb_v1.tar.gz"
  /// How long and how fast is trained.
  public var settings = TrainingSettings(epochs: 3)
  /// Is told which part of the data was read, 0 to 1.
  public var readingProgress: (@Sendable (Double) -> Void)?

  /// The example with its defaults: 20,000 words, Embedding(128), LSTM(128), 3 epochs.
  public init() {}

  /// The example as a run recorded it.
  public init(recorded config: RecordedConfig) throws {
    cell = try config.cell(among: Self.cells)
    units = try config.integer("units", in: Self.unitRange)
    words = try config.integer("words", in: 5...1_000_000)
    length = try config.integer("length", in: 1...10_000)
    dropout = try config.number("dropout")
    recurrentDropout = try config.number("recurrent_dropout")
    data = try config.string("data")
    settings = try TrainingSettings(recorded: config)
  }

  /// Everything that was chosen beside the settings.
  public var config: [String: ConfigValue] {
    [
      "cell": .string(cell.rawValue), "units": .integer(units), "words": .integer(words), "length": .integer(length),
      "dropout": .number(dropout), "recurrent_dropout": .number(recurrentDropout), "data": .string(data),
      "loss": "binary_crossentropy",
    ]
  }

  /// Vectors of the words, the cell, and Dense(1).
  public func model() throws -> Model {
    let layers: [any Layer] = [
      Embedding(words, units), cell.layer(units: units, dropout: dropout, recurrentDropout: recurrentDropout),
      Dense(1, activation: .sigmoid),
    ]
    let model = Sequential(layers, seed: settings.seed)
    try model.compile(optimizer: settings.optimizer, loss: .binaryCrossentropy(), metrics: [.accuracy])
    try model.build(inputShape: [length])
    return model
  }

  /// Trains on one half of the reviews and judges the model by the other.
  public func train(_ model: Model, in session: TrainingSession) throws -> TrainingOutcome {
    let reviews = try ReviewData(path: data, words: words, progress: readingProgress)
    try keepVocabulary(of: reviews, in: session)
    let xTest = try padSequences(reviews.test.sequences, maxLength: length)
    let outcome = try session.fit(
      model, padSequences(reviews.train.sequences, maxLength: length), reviews.train.labels, settings,
      validation: (xTest, reviews.test.labels))
    let curves = outcome.curves
    guard !curves.epochs.isEmpty else { return outcome }
    try session.log(
      curves.chart("Loss", "loss", axis: "Loss (binary cross-entropy)", scale: .linear), "history",
      "The training loss is that of the batches as they were trained on, with dropout; validation is without. A validation "
        + "loss that rises while the training loss falls means that reviews are learnt by heart.")
    try session.log(
      curves.chart("Accuracy", "accuracy", axis: "Accuracy", best: .highest, scale: .linear), "accuracy",
      "The share of the reviews whose probability lies on the right side of one half.")
    guard outcome.hasResults else { return outcome }
    try Results(
      reviews: reviews, scores: try model.predict(xTest, batchSize: 128).values.map(Double.init), curves: curves
    ).log(to: session)
    return outcome
  }

  /// Whether a review is a good one.
  public func answer(to input: String, from model: Model, of folder: URL) throws -> String {
    let vocabulary = try Self.vocabulary(in: folder)
    let ids = vocabulary.ids(of: input)
    guard ids.count > 1 else {
      throw ExampleError("The text holds no word. Give a review, as an argument or on standard input.")
    }
    let score = Double(try model.predict(padSequences([ids], maxLength: length)).values[0])
    let unknown = ids.reduce(0) { $0 + ($1 == Vocabulary.outOfVocabularyID ? 1 : 0) }
    let read = min(ids.count - 1, length)
    return "\(score > 0.5 ? "positive" : "negative") \(score.text(decimals: 3))\n"
      + "(0 is negative, 1 positive; \(ids.count - 1) \(ids.count == 2 ? "word" : "words"), the last \(read) of them read, "
      + "\(unknown) not in the vocabulary)"
  }

  /// Says that there are no reviews at a path, and where they can be had.
  public static func missing(_ path: String) -> String {
    "\(path): there is no such file or folder. Fetch the Large Movie Review Dataset from "
      + "https://ai.stanford.edu/~amaas/data/sentiment/ and give --data its archive (.tar.gz) or folder, or Keras' imdb.npz."
  }

  // MARK: The vocabulary of a run

  private static func vocabularyFile(in folder: URL) -> URL { folder.appending(path: "vocabulary.json") }

  /// Keeps the words for ``answer(to:from:of:)``; a training that goes on must find the same ones.
  private func keepVocabulary(of reviews: ReviewData, in session: TrainingSession) throws {
    guard let vocabulary = reviews.vocabulary else { return }
    let file = Self.vocabularyFile(in: session.run.folder)
    if session.initialEpoch > 0 {
      guard try Self.vocabulary(in: session.run.folder) == vocabulary else {
        throw ExampleError("\(data): these are not the reviews that the run began with. Give it those, or train anew.")
      }
      return
    }
    do { try JSONEncoder().encode(vocabulary).write(to: file, options: .atomic) } catch {
      throw ExampleError("\(file.path): the vocabulary cannot be written: \(error.localizedDescription)")
    }
  }

  private static func vocabulary(in folder: URL) throws -> Vocabulary {
    let file = vocabularyFile(in: folder)
    guard let content = try? Data(contentsOf: file) else {
      throw ExampleError(
        "\(file.path): the run keeps no vocabulary, so it cannot read text. Train it on the reviews themselves, or beside "
          + "imdb.npz put Keras' imdb_word_index.json.")
    }
    do { return try JSONDecoder().decode(Vocabulary.self, from: content) } catch {
      throw ExampleError("\(file.path): the vocabulary is damaged. Train again.")
    }
  }
}
