/// Text from logs made safe to look at: nothing in it is invisible, reorders its surroundings or goes on for ever.
///
/// Escaping for HTML happens later, in the templates; see ``PageEscaping``. This is about what a reader sees:
/// - control characters appear as their Unicode pictures ("␀", "␛"); a tab and a line break stay;
/// - characters that change the direction of writing, and invisible ones that can hide text, appear as their code,
///   "⟨U+202E⟩";
/// - text longer than a limit is cut, and says how much of it is shown, in every language: "… (2,000/10,000,000)".
enum VisibleText {
  /// How many characters of a name (a run, a metric, a column) are shown.
  static let nameLimit = 160
  /// How many characters of a value or caption are shown.
  static let valueLimit = 2000

  /// A name: one line, at most ``nameLimit`` characters.
  static func name(_ text: String) -> String {
    clean(text, limit: nameLimit, keepsLines: false)
  }

  /// A value or a caption: lines are kept, at most ``valueLimit`` characters.
  static func value(_ text: String) -> String {
    clean(text, limit: valueLimit, keepsLines: true)
  }

  /// Markup from elsewhere, such as a chart's SVG, in which the characters that reorder or hide text became visible.
  static func markup(_ markup: String) -> String {
    guard markup.unicodeScalars.contains(where: isUnseen) else { return markup }
    var result = String.UnicodeScalarView()
    for scalar in markup.unicodeScalars {
      if isUnseen(scalar) { result.append(contentsOf: code(scalar).unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7E && (isNoncharacter(scalar) || hidesOrReorders(scalar) || (0x7F...0x9F).contains(scalar.value))
  }

  private static func clean(_ text: String, limit: Int, keepsLines: Bool) -> String {
    var result = String.UnicodeScalarView()
    var shown = 0
    var rest = text.unicodeScalars.makeIterator()
    while let scalar = rest.next() {
      if shown == limit {
        return String(result) + " … (\(NumberText.grouped(limit))/\(NumberText.grouped(text.unicodeScalars.count)))"
      }
      append(scalar, to: &result, keepsLines: keepsLines)
      shown += 1
    }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView, keepsLines: Bool) {
    switch scalar.value {
    case 0x09, 0x0A:
      result.append(keepsLines ? scalar : " ")
    case 0x00...0x1F:
      result.append(picture(0x2400 + scalar.value))
    case 0x7F:
      result.append("\u{2421}")
    case 0x2028, 0x2029:
      result.append(" ")
    case 0x80...0x9F, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      result.append(contentsOf: code(scalar).unicodeScalars)
    default:
      if isNoncharacter(scalar) || hidesOrReorders(scalar) {
        result.append(contentsOf: code(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
  }

  private static func picture(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func hidesOrReorders(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    default: false
    }
  }

  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value & 0xFFFE) == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }
}
