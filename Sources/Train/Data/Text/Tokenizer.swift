/// How a text is cut into words, as Keras' legacy `Tokenizer` (`text_to_word_sequence`) does it, which is also how the
/// reviews of Keras' `imdb.npz` were cut: letters are made small, then each character of ``filters`` counts as a space, then
/// the text is split at spaces.
///
/// Only the space and the filters separate words: a no-break space or a carriage return stays in its word. The apostrophe is
/// no filter, so `don't` is one word. Small letters are those of each character by itself (Unicode's default mapping);
/// Python also writes a Σ at the end of a word as ς.
public struct Tokenizer: Sendable, Hashable, Codable {
  /// Keras' filters: punctuation but the apostrophe, tabulator and line feed.
  public static let kerasFilters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n"

  /// The characters (Unicode scalars) that count as spaces.
  public var filters: String

  /// Whether letters are made small.
  public var lowercases: Bool

  /// Words that are left out, written as they come out of the steps above.
  public var ignoredWords: Set<String>

  /// Creates a tokenizer.
  ///
  /// - Parameters:
  ///   - filters: The characters that count as spaces; Keras' unless told.
  ///   - lowercases: Whether letters are made small; true unless told.
  ///   - ignoredWords: Words that are left out; none unless told. For film reviews `["br"]` drops the line breaks, which
  ///     are `<br />` there and would fill up short windows.
  public init(filters: String = kerasFilters, lowercases: Bool = true, ignoredWords: Set<String> = []) {
    self.filters = filters
    self.lowercases = lowercases
    self.ignoredWords = ignoredWords
  }

  /// The words of a text, in order.
  public func words(in text: String) -> [String] {
    var scanner = WordScanner(self)
    var words: [String] = []
    scanner.scan(text) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }
}
