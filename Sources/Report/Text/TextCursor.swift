/// A place in a short text that is read by recursive descent, such as a rule or a filter.
package struct TextCursor {
  /// The text, character by character.
  package let characters: [Character]
  /// How many characters were read.
  package var offset = 0

  /// The start of a text.
  package init(_ text: String) { characters = Array(text) }

  /// The next character; nil at the end.
  package var current: Character? { offset < characters.count ? characters[offset] : nil }

  /// Whether everything was read.
  package var isAtEnd: Bool { offset == characters.count }

  /// Passes over spaces and line breaks.
  package mutating func skipSpace() { _ = read { $0.isWhitespace } }

  /// Whether the text goes on with a symbol.
  package func isBefore(_ symbol: String) -> Bool { characters[offset...].starts(with: symbol) }

  /// Passes over spaces and then over a symbol, if it stands there.
  package mutating func take(_ symbol: String) -> Bool {
    skipSpace()
    guard isBefore(symbol) else { return false }
    offset += symbol.count
    return true
  }

  /// The characters from here on for which something holds.
  package mutating func read(while holds: (Character) -> Bool) -> String {
    let start = offset
    while let next = current, holds(next) { offset += 1 }
    return String(characters[start..<offset])
  }

  /// A message about a place of a text: under it the text on one line, and under that a caret.
  package static func marked(_ text: String, at place: Int, _ message: String) -> String {
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    return "\(message)\n  \(line)\n  \(String(repeating: " ", count: place))^"
  }
}
