internal import Foundation
internal import Train

/// The film reviews as rows of ids, and what is needed to show them again.
struct ReviewData {
  let train: LabelledSequences
  let test: LabelledSequences
  /// The words of the ids; nil for Keras' `imdb.npz` without its word index.
  let vocabulary: Vocabulary?
  /// The texts themselves, where the source holds them.
  private let corpus: TextCorpus?

  /// Reads the reviews.
  ///
  /// - Parameters:
  ///   - path: A folder, a .tar.gz or .tar, or an .npz.
  ///   - words: One more than the largest id.
  init(path: String, words: Int, progress: ((Double) -> Void)?) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ExampleError(IMDB.missing(path))
    }
    let source = URL(filePath: path)
    if path.hasSuffix(".npz") {
      let sequences = try IMDBSequences(reading: source, numWords: words)
      (train, test, corpus) = (sequences.train, sequences.test, nil)
      let index = source.deletingLastPathComponent().appending(path: "imdb_word_index.json")
      vocabulary =
        FileManager.default.fileExists(atPath: index.path)
        ? try Vocabulary(kerasWordIndex: index, numWords: words) : nil
      return
    }
    // The reviews' line breaks are `<br />`, which would fill up the short windows.
    let corpus = try TextCorpus(reading: source, tokenizer: Tokenizer(ignoredWords: ["br"]), progress: progress)
    let vocabulary = try corpus.vocabulary(numWords: words)
    train = try corpus.sequences(of: "train", vocabulary: vocabulary)
    test = try corpus.sequences(of: "test", vocabulary: vocabulary)
    (self.vocabulary, self.corpus) = (vocabulary, corpus)
  }

  /// The names and texts of some test reviews, as far as they are known.
  func testTexts(_ indices: [Int]) throws -> [(name: String, text: String)] {
    guard let corpus else {
      return try indices.map { index in
        (name: "test review \(index)", text: try vocabulary.map { try $0.text(of: test.sequences[index]) } ?? "")
      }
    }
    let paths = indices.map { test.paths[$0] }
    let texts = try corpus.texts(at: paths)
    return paths.map { (name: $0, text: texts[$0] ?? "") }
  }
}
