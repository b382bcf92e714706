/// A sentence in pieces, some of which stand out.
struct Sentence: Hashable, ExpressibleByStringInterpolation {
  struct Piece: Hashable {
    var text: String
    var isStrong = false
  }

  var pieces: [Piece] = []

  init(stringLiteral value: String) { pieces = [Piece(text: value)] }

  init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  init(_ pieces: [Piece] = []) { self.pieces = pieces }

  /// The sentence without emphasis.
  var text: String { pieces.map(\.text).joined() }

  static func + (left: Sentence, right: Sentence) -> Sentence { Sentence(left.pieces + right.pieces) }

  /// Text as it stands, and `\(strong: …)` for what stands out.
  struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(Piece(text: literal)) }
    }

    mutating func appendInterpolation(_ text: String) {
      pieces.append(Piece(text: text))
    }

    mutating func appendInterpolation(strong text: String) {
      pieces.append(Piece(text: text, isStrong: true))
    }
  }
}
