/// Words and their ids, numbered as in Keras' film reviews: 0 is padding, 1 the start of a text, 2 any word that is not in
/// the vocabulary, and the words follow from 4 on, the most frequent first (`index_from` 3; 3 itself is not used).
///
/// A vocabulary is Codable, with its tokenizer, so that a run can keep it and answer for new texts later.
public struct Vocabulary: Sendable {
  /// The id that fills up short sequences.
  public static let paddingID = 0
  /// The id before the first word of a text.
  public static let startID = 1
  /// The id of every word that is not in the vocabulary.
  public static let outOfVocabularyID = 2
  /// The id of the most frequent word.
  public static let firstWordID = 4

  /// The words, the most frequent first; the word at index i has the id i + 4.
  public let words: [String]

  /// How texts are cut into words.
  public let tokenizer: Tokenizer

  private let table: WordTable

  /// Creates a vocabulary from words in the order of their ids.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) for a word that occurs twice.
  public init(words: [String], tokenizer: Tokenizer = Tokenizer()) throws {
    var table = WordTable()
    for (index, word) in words.enumerated() {
      var word = word
      guard word.withUTF8({ table.number(of: $0) }) == index else {
        throw TrainError(
          .invalidSetting, "The word \"\(word)\" occurs twice in the vocabulary. Give each word once.")
      }
    }
    self.words = words
    self.tokenizer = tokenizer
    self.table = table
  }

  /// Counts the words of texts; see ``TextCorpus`` for files.
  ///
  /// - Parameters:
  ///   - texts: The training texts, and those only.
  ///   - numWords: One more than the largest id, as Keras' `num_words`: of 20,000 ids 19,996 are words. All words unless
  ///     told.
  ///   - tokenizer: How texts are cut into words.
  /// - Throws: ``TrainError``: `invalidSetting` for `numWords` below 5, `emptyData` when the texts hold no word.
  public init(of texts: [String], numWords: Int? = nil, tokenizer: Tokenizer = Tokenizer()) throws {
    var scanner = WordScanner(tokenizer)
    var counter = WordCounter()
    for text in texts { scanner.scan(text) { counter.count($0) } }
    try self.init(counter.table, counter.counts, numWords: numWords, tokenizer: tokenizer)
  }

  /// Ranks counted words; of equally frequent ones that which appeared first comes first, as in Keras' `Tokenizer`.
  ///
  /// - Parameters:
  ///   - table: Words numbered by their first appearance in the training texts.
  ///   - counts: How often each occurs there; words that do not are left out.
  init(_ table: WordTable, _ counts: [Int], numWords: Int?, tokenizer: Tokenizer) throws {
    if let numWords, numWords <= Vocabulary.firstWordID {
      throw TrainError(
        .invalidSetting,
        "A vocabulary of numWords \(numWords) was asked for. Give at least 5: four ids have a meaning of their own.")
    }
    let ranked = counts.indices.filter { counts[$0] > 0 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    guard !ranked.isEmpty else {
      throw TrainError(.emptyData, "The training texts hold no word. Give at least one text that is not empty.")
    }
    let kept = ranked.prefix(numWords.map { $0 - Vocabulary.firstWordID } ?? ranked.count)
    try self.init(words: kept.map(table.word), tokenizer: tokenizer)
  }

  /// One more than the largest id: the `inputs` of an ``Embedding``.
  public var numWords: Int { words.count + Vocabulary.firstWordID }

  /// The id of a word, written as the tokenizer writes it; 2 when it is not in the vocabulary.
  public func id(of word: String) -> Int {
    var word = word
    return word.withUTF8 { Int(id(of: $0)) }
  }

  /// The ids of a text: 1 for its start, then one for each word.
  ///
  /// - Parameters:
  ///   - text: Any text; the tokenizer cuts it into words.
  ///   - addsStart: Whether the 1 is written; true unless told.
  public func ids(of text: String, addsStart: Bool = true) -> [Int] {
    var scanner = WordScanner(tokenizer)
    var ids = addsStart ? [Vocabulary.startID] : []
    scanner.scan(text) { ids.append(Int(id(of: $0))) }
    return ids
  }

  /// The words behind ids, with spaces between: nothing for 0, `[START]` for 1, `[OOV]` for 2 and 3.
  ///
  /// - Throws: ``TrainError`` (`invalidValue`) for an id outside 0 ..< ``numWords``.
  public func text(of ids: some Sequence<some BinaryInteger>) throws -> String {
    var words: [String] = []
    for id in ids {
      guard (0..<numWords).contains(Int(clamping: id)) else {
        throw TrainError(
          .invalidValue,
          "The id \(id) is not one of 0 ..< \(numWords), the ids of this vocabulary. Was it made by "
            + "another one?")
      }
      switch Int(id) {
      case Vocabulary.paddingID: continue
      case Vocabulary.startID: words.append("[START]")
      case let id where id < Vocabulary.firstWordID: words.append("[OOV]")
      case let id: words.append(self.words[id - Vocabulary.firstWordID])
      }
    }
    return words.joined(separator: " ")
  }

  /// The id of a word's bytes.
  func id(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    table.find(word).map { $0 + Int32(Vocabulary.firstWordID) } ?? Int32(Vocabulary.outOfVocabularyID)
  }
}

extension Vocabulary: Hashable {
  /// Whether words, their order and the tokenizer are the same.
  public static func == (first: Vocabulary, second: Vocabulary) -> Bool {
    first.tokenizer == second.tokenizer && first.words == second.words
  }

  /// Hashes the words and the tokenizer.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words)
    hasher.combine(tokenizer)
  }
}

extension Vocabulary: Codable {
  private enum CodingKeys: String, CodingKey { case words, tokenizer }

  /// Reads a vocabulary back.
  ///
  /// - Throws: `DecodingError` for missing parts, ``TrainError`` for a word that occurs twice.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      words: container.decode([String].self, forKey: .words),
      tokenizer: container.decode(Tokenizer.self, forKey: .tokenizer))
  }

  /// Writes the words and the tokenizer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(words, forKey: .words)
    try container.encode(tokenizer, forKey: .tokenizer)
  }
}

/// Counts words while numbering them.
private struct WordCounter {
  var table = WordTable()
  var counts: [Int] = []

  mutating func count(_ word: UnsafeBufferPointer<UInt8>) {
    let number = Int(table.number(of: word))
    if number == counts.count { counts.append(0) }
    counts[number] += 1
  }
}
