/// Where a text may be broken into lines: at spaces, after hyphens and slashes, and between Chinese and Japanese
/// characters but for punctuation that must not begin or end a line. Korean breaks at its spaces, as printed Korean does.
struct LineBreaker {
  /// A part that stays in one line.
  struct Piece: Hashable {
    var text: String
    /// Whether a space stands between the part before and this one, when both are in one line.
    var followsSpace: Bool
  }

  private(set) var pieces: [Piece] = []
  private var current = ""
  private var followsSpace = false

  init(_ text: String) {
    var (beforeLast, last): (Character?, Character?) = (nil, nil)
    for character in text {
      if character.isBreakingSpace {
        finishPiece()
        followsSpace = true
        (beforeLast, last) = (nil, nil)
        continue
      }
      if let last, Self.mayBreak(after: last, precededBy: beforeLast, before: character) { finishPiece() }
      current.append(character)
      (beforeLast, last) = (last, character)
    }
    finishPiece()
  }

  private mutating func finishPiece() {
    guard !current.isEmpty else { return }
    pieces.append(Piece(text: current, followsSpace: followsSpace && !pieces.isEmpty))
    current = ""
    followsSpace = false
  }

  private static func mayBreak(after last: Character, precededBy first: Character?, before next: Character) -> Bool {
    switch last {
    case "-", "‐", "–", "—", "/", "\\", "_":
      // A sign before a number and a fraction stay whole.
      return first.map { $0.isLetter || $0.isNumber } == true && next.isLetter
    case "\u{200B}": return true
    default:
      return (last.isIdeographic || next.isIdeographic) && !neverLast.contains(last) && !neverFirst.contains(next)
    }
  }

  private static let neverLast: Set<Character> = Set("([{<“‘«（［｛〈《「『【〔〖〘$￥￡#＃")
  private static let neverFirst: Set<Character> = Set(
    ")]}>”’»）］｝〉》」』】〕〗〙、。，．,.:;!?：；！？・…‥%％‰°℃ー々〻ヽヾゝゞ〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
}

extension [LineBreaker.Piece] {
  /// The parts in one line.
  var joined: String { self[...].joined }
}

extension ArraySlice<LineBreaker.Piece> {
  /// The parts in one line.
  var joined: String {
    var line = ""
    for piece in self {
      if piece.followsSpace, !line.isEmpty { line += " " }
      line += piece.text
    }
    return line
  }
}

extension Character {
  /// No-break spaces are none.
  fileprivate var isBreakingSpace: Bool { isWhitespace && !["\u{A0}", "\u{202F}", "\u{2007}"].contains(self) }

  /// Chinese characters, kana and their punctuation.
  fileprivate var isIdeographic: Bool {
    guard let first = unicodeScalars.first?.value else { return false }
    return switch first {
    case 0x2E80...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
