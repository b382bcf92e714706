import Foundation

/// The sentences in a Swift file: its string literals, those that are joined by `+` as one, with a 7 for what is
/// interpolated. Comments are passed over.
struct SourceSentences {
  /// A literal and the calls around it, the outermost first: `["contents.report"]`.
  private(set) var found: [(text: String, calls: [String])] = []
  private let characters: [Character]
  private var offset = 0
  private var calls: [String] = []
  private var word = ""
  /// Whether a `+` follows the last literal and nothing else.
  private var joins = false

  init(reading file: URL) throws {
    characters = Array(try String(contentsOf: file, encoding: .utf8))
    while offset < characters.count { step() }
  }

  private mutating func step() {
    let next = characters[offset]
    if next == "/", offset + 1 < characters.count, characters[offset + 1] == "/" {
      while offset < characters.count, !characters[offset].isNewline { offset += 1 }
      return
    }
    if next == "\"" {
      let text = literal()
      if joins, let last = found.indices.last { found[last].text += text } else { found.append((text, calls)) }
      return joins = false
    }
    offset += 1
    if next == "+", !found.isEmpty { return joins = true }
    if !next.isWhitespace { joins = false }
    switch next {
    case "(": calls.append(word)
    case ")": _ = calls.popLast()
    default: break
    }
    word = next.isLetter || next.isNumber || next == "." || next == "_" ? word + String(next) : ""
  }

  /// The literal that begins here; what it interpolates is passed over.
  private mutating func literal() -> String {
    offset += 1
    var text = ""
    while offset < characters.count, characters[offset] != "\"" {
      guard characters[offset] == "\\", offset + 1 < characters.count else {
        text.append(characters[offset])
        offset += 1
        continue
      }
      offset += 2
      switch characters[offset - 1] {
      case "(":
        text.append("7")
        skipInterpolation()
      case let escaped: text.append(escaped)
      }
    }
    offset += 1
    return text
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while offset < characters.count, depth > 0 {
      if characters[offset] == "\"" {
        _ = literal()
        continue
      }
      depth += characters[offset] == "(" ? 1 : characters[offset] == ")" ? -1 : 0
      offset += 1
    }
  }
}
