internal import Mustache

/// Escapes text for HTML, inside and outside of attributes.
///
/// Mustache's own escaping looks at whole characters and passes over a quote that carries a combining accent, which a
/// browser still reads as a quote. This one looks at Unicode scalars. Templates choose it in their first line.
struct PageEscaping: MustacheContentType {
  /// The name by which templates choose this escaping.
  static let name = "LOSSLINE"

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: PageEscaping.isSpecial) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "`": escaped.append(contentsOf: "&#96;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
    default: false
    }
  }
}
