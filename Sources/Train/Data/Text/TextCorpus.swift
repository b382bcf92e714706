#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Labelled texts in folders named for their split and class, such as the film reviews of aclImdb (Maas et al. 2011):
/// `{train,test}/{neg,pos}/*.txt`, read from the folder or straight from its .tar.gz or .tar.
///
/// Texts are cut into words while they are read and held as numbers of four bytes, in the order of their paths (by bytes), so
/// folder and archive give the same corpus. Files elsewhere in the archive are passed over.
public struct TextCorpus: Sendable {
  /// The folders of the splits.
  public let splits: [String]

  /// The folders of the classes; the label of a text is the index of its class.
  public let classes: [String]

  /// How the texts were cut into words.
  public let tokenizer: Tokenizer

  /// What was passed over while reading: links, devices, and paths that lead out of the archive.
  public let notes: [String]

  private let source: TextSource
  private let texts: CountedTexts

  /// Reads all texts.
  ///
  /// - Parameters:
  ///   - url: A folder that holds the splits, or `aclImdb` with them; or a .tar.gz or .tar of such a folder.
  ///   - splits: The folders of the splits.
  ///   - classes: The folders of the classes, in the order of their labels; `neg` 0 and `pos` 1 unless told.
  ///   - tokenizer: How texts are cut into words.
  ///   - limits: How much may be read.
  ///   - progress: Is told after each text which part was read, 0 to 1.
  /// - Throws: ``TrainError``: `dataFile` for a source that cannot be read, is damaged, exceeds a limit, holds a text twice
  ///   or one that is not UTF-8; `emptyData` when there is no text.
  public init(
    reading url: URL, splits: [String] = ["train", "test"], classes: [String] = ["neg", "pos"],
    tokenizer: Tokenizer = Tokenizer(), limits: ArchiveLimits = ArchiveLimits(), progress: ((Double) -> Void)? = nil
  ) throws {
    let source = TextSource(path: url.path, layout: TextLayout(splits: splits, classes: classes), limits: limits)
    var builder = CountedTexts.Builder(tokenizer)
    let notes = try source.read(progress: progress) { try builder.add($1, at: $0) }
    guard builder.count > 0 else {
      throw TrainError(
        .emptyData,
        "\(url.path): there is no text under \(splits.joined(separator: " or "))/"
          + "\(classes.joined(separator: " or "))/*.txt. Give the folder or archive that holds these folders."
          + notes.map { " \($0)." }.joined())
    }
    texts = try builder.finish(source: url.path)
    (self.splits, self.classes, self.tokenizer, self.notes, self.source) = (splits, classes, tokenizer, notes, source)
  }

  /// The number of texts of a split.
  public func count(of split: String) -> Int { indices(of: split).count }

  /// The most frequent words of one split.
  ///
  /// - Parameters:
  ///   - numWords: One more than the largest id; 20,000 unless told, nil for all words.
  ///   - split: The split that is counted; `train` unless told.
  /// - Throws: ``TrainError``: `invalidSetting` for `numWords` below 5, `emptyData` for a split without words.
  public func vocabulary(numWords: Int? = 20_000, split: String = "train") throws -> Vocabulary {
    let (table, counts) = texts.words(of: indices(of: split))
    return try Vocabulary(table, counts, numWords: numWords, tokenizer: tokenizer)
  }

  /// The texts of one split as ids, in the order of their paths.
  ///
  /// - Parameters:
  ///   - split: `train` or `test`, say.
  ///   - vocabulary: The ids of the words, made by the tokenizer of this corpus.
  /// - Throws: ``TrainError``: `emptyData` for a split without texts, `invalidSetting` for a vocabulary of another
  ///   tokenizer.
  public func sequences(of split: String, vocabulary: Vocabulary) throws -> LabelledSequences {
    let chosen = indices(of: split)
    guard !chosen.isEmpty else {
      let known = splits.map { "\"\($0)\" with \(count(of: $0))" }.joined(separator: ", ")
      throw TrainError(.emptyData, "\(source.path): there is no text in the split \"\(split)\". There are \(known).")
    }
    guard vocabulary.tokenizer == tokenizer else {
      throw TrainError(
        .invalidSetting,
        "The vocabulary cuts texts into words in another way than this corpus. Read the corpus with the vocabulary's "
          + "tokenizer.")
    }
    return LabelledSequences(
      sequences: texts.encoded(chosen, by: vocabulary),
      labels: Tensor(chosen.map { Float(texts.places[$0].label) }), paths: chosen.map { texts.places[$0].path })
  }

  /// The text behind paths of ``LabelledSequences``, read again from the source, which holds a few of them in a moment.
  ///
  /// - Throws: ``TrainError`` (`dataFile`) when the source cannot be read any more or a path is not in it.
  public func texts(at paths: [String]) throws -> [String: String] {
    let wanted = Set(paths)
    var found: [String: String] = [:]
    _ = try source.read(where: { wanted.contains($0.path) }) { place, bytes in
      found[place.path] = String(decoding: bytes, as: UTF8.self)
    }
    if let missing = paths.first(where: { found[$0] == nil }) {
      throw TrainError(
        .dataFile, "\(source.path): there is no text \(ArchivePath.shown(missing)). Ask for paths of this corpus.")
    }
    return found
  }

  /// The texts of a split, in the order of their paths.
  private func indices(of split: String) -> [Int] {
    guard let split = splits.firstIndex(of: split) else { return [] }
    return texts.order.filter { texts.places[$0].split == split }
  }
}
