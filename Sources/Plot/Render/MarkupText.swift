/// Markup as bytes: much faster to build than a string, and with numbers in one fixed form.
package struct MarkupText {
  private var bytes: [UInt8] = []

  package init() {}

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package static func += (text: inout MarkupText, addition: String) { text.bytes.append(contentsOf: addition.utf8) }

  /// The number with at most two decimals; 0 for what is no number.
  package mutating func number(_ value: Double) {
    guard !value.isNaN else { return number(0) }
    let hundredths = Int((min(max(value, -1e12), 1e12) * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    bytes.append(contentsOf: String(whole).utf8)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Path data; a line's verb is left out after a move or another line.
  mutating func path(_ path: Path) {
    let coordinates = path.coordinates
    var last: Path.Verb?
    path.forEach { verb, first in
      let isImplied = verb == .line && (last == .line || last == .move)
      bytes.append(isImplied ? UInt8(ascii: " ") : verb.letter)
      for i in first..<first + verb.coordinateCount {
        if i > first { bytes.append(UInt8(ascii: " ")) }
        number(coordinates[i])
      }
      last = verb
    }
  }

  /// The string as the content of an element or of an attribute.
  package static func escaped(_ string: String) -> String {
    var text = MarkupText()
    text.escape(string)
    return text.string
  }

  /// Text as the content of an element or of an attribute; characters that XML forbids become U+FFFD.
  package mutating func escape(_ string: String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case "\u{9}", "\u{A}", "\u{D}", " "..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: self += "\u{FFFD}"
      }
    }
  }
}

extension Path.Verb {
  fileprivate var letter: UInt8 {
    switch self {
    case .move: UInt8(ascii: "M")
    case .line: UInt8(ascii: "L")
    case .curve: UInt8(ascii: "C")
    case .close: UInt8(ascii: "Z")
    }
  }
}
