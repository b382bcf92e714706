internal import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The film reviews as Keras ships them, `imdb.npz`: sequences of word ranks without their texts.
///
/// Each review becomes 1 (the start), then rank + 3 for each word, and 2 for words whose id would be `numWords` or more, as
/// Keras' `load_data(num_words:)` with its defaults. The order is that of the file; Keras also shuffles it. The file's own
/// words are in another one; see ``Vocabulary/init(kerasWordIndex:numWords:)``.
public struct IMDBSequences: Sendable, Hashable {
  /// The training reviews; label 1 is a good review.
  public let train: LabelledSequences

  /// The test reviews.
  public let test: LabelledSequences

  /// Reads a file written by `numpy.savez` with `x_train`, `y_train`, `x_test` and `y_test`.
  ///
  /// - Parameters:
  ///   - url: The file. Its lists are a Python pickle, of which only what lists of numbers need is accepted and nothing is
  ///     executed.
  ///   - numWords: One more than the largest id; 20,000 unless told, nil for all words.
  ///   - limits: How much may be read.
  /// - Throws: ``TrainError``: `dataFile` for a file that cannot be read, is damaged or exceeds a limit, `invalidValue` for
  ///   a negative rank, `invalidSetting` for `numWords` below 5.
  public init(reading url: URL, numWords: Int? = 20_000, limits: ArchiveLimits = ArchiveLimits()) throws {
    if let numWords, numWords <= Vocabulary.firstWordID {
      throw TrainError(.invalidSetting, "A vocabulary of numWords \(numWords) was asked for. Give at least 5.")
    }
    let bytes = try FileSource.content(of: url.path) { try limits.requireTotal($0, in: url.path) }
    self = try IMDBSequences(bytes, file: url.path, numWords: numWords, limits: limits)
  }

  init(_ bytes: [UInt8], file: String, numWords: Int?, limits: ArchiveLimits) throws {
    let archive = try ZipReader(bytes, file: file, limits: limits)
    func split(_ name: String) throws -> LabelledSequences {
      let ranks = try Self.array("x_\(name).npy", in: archive, file) { try NumPyFile.lists($0) }
      let labels = try Self.array("y_\(name).npy", in: archive, file) { try NumPyFile.integers($0) }
      guard ranks.count == labels.count, labels.allSatisfy({ 0...1 ~= $0 }), !ranks.isEmpty else {
        throw TrainError(
          .dataFile,
          "\(file): x_\(name) has \(ranks.count) reviews and y_\(name) \(labels.count) labels. Give a file with one label, 0 "
            + "or 1, for each review, and at least one.")
      }
      // One list may stand for many reviews, so the content can be larger than the file.
      try limits.requireTotal(ranks.reduce(0) { $0 + 4 * $1.count }, in: file)
      return LabelledSequences(
        sequences: try Self.ids(ranks, numWords: numWords), labels: Tensor(labels.map(Float.init)), paths: [])
    }
    train = try split("train")
    test = try split("test")
  }

  private static func array<Result>(
    _ name: String, in archive: ZipReader, _ file: String, _ read: ([UInt8]) throws -> Result
  ) throws -> Result {
    guard let content = try archive.content(of: name) else {
      let names = archive.names.prefix(10).map(ArchivePath.shown).joined(separator: ", ")
      throw TrainError(.dataFile, "\(file): there is no \(name); the files are: \(names). Give Keras' imdb.npz.")
    }
    do {
      return try read(content)
    } catch let malformed as NumPyFile.Malformed {
      throw TrainError(.dataFile, "\(file): \(name) \(malformed.finding). Fetch Keras' imdb.npz again.")
    }
  }

  private static func ids(_ ranks: [[Int32]], numWords: Int?) throws -> TokenSequences {
    let bound = numWords ?? Int.max
    var sequences = TokenSequences()
    sequences.reserve(ids: ranks.reduce(0) { $0 + $1.count + 1 }, sequences: ranks.count)
    for (review, list) in ranks.enumerated() {
      sequences.append(Int32(Vocabulary.startID))
      for rank in list {
        guard rank >= 0, rank < Int32.max - 3 else {
          throw TrainError(.invalidValue, "Review \(review) holds the word rank \(rank). Give Keras' imdb.npz.")
        }
        sequences.append(Int(rank) + 3 < bound ? rank + 3 : Int32(Vocabulary.outOfVocabularyID))
      }
      sequences.endSequence()
    }
    return sequences
  }
}

extension Vocabulary {
  /// Reads the words of Keras' `imdb.npz` from its `imdb_word_index.json`: an object of words with their ranks, from 1 on.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - numWords: One more than the largest id; 20,000 unless told, nil for all words.
  /// - Throws: ``TrainError``: `dataFile` when the file cannot be read or the ranks are not 1, 2, 3 and so on,
  ///   `invalidSetting` for `numWords` below 5.
  public init(kerasWordIndex url: URL, numWords: Int? = 20_000) throws {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(url.path)
    } catch { throw TrainError(unreadable: url.path, error) }
    let ranks = (try? JSONDecoder().decode([String: Int].self, from: Data(bytes))) ?? [:]
    let ordered = ranks.sorted { $0.value < $1.value }
    guard !ordered.isEmpty, ordered.enumerated().allSatisfy({ $0.offset + 1 == $0.element.value }) else {
      throw TrainError(
        .dataFile,
        "\(url.path): this is no JSON object of words with the ranks 1, 2, 3 and so on. Give Keras' "
          + "imdb_word_index.json.")
    }
    guard numWords ?? .max > Vocabulary.firstWordID else {
      throw TrainError(.invalidSetting, "A vocabulary of numWords \(numWords ?? 0) was asked for. Give at least 5.")
    }
    try self.init(words: ordered.prefix((numWords ?? .max) - Vocabulary.firstWordID).map(\.key))
  }
}
