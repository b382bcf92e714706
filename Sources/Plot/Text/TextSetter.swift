/// Sets text in a theme's fonts: shapes it, measures it and breaks it into lines.
struct TextSetter {
  let theme: Theme
  let wording: ChartWording
  private let shaper: Shaper

  /// The distance from one base line to the next, as a multiple of the size.
  static let lineHeight = 1.25
  /// How far capital letters rise above the base line, as a multiple of the size.
  static let capHeight = 0.727

  init(theme: Theme, fonts: FontLibrary, wording: ChartWording = ChartWording()) {
    self.theme = theme
    self.wording = wording
    shaper = Shaper(fonts: fonts, families: Array(theme.fontFamilies.prefix(Theme.mostFamilies)))
  }

  func width(_ text: String, size: Double, weight: FontLibrary.Weight = .regular) throws -> Double {
    try shaper.shape(text, weight: weight).width * size
  }

  /// A line of text with its anchor on the base line.
  ///
  /// - Parameter rotation: Degrees clockwise about the anchor.
  func line(
    _ text: String, at origin: Point, size: Double, anchor: TextNode.Anchor = .start, paint: ColorRole,
    weight: FontLibrary.Weight = .regular, rotation: Double = 0
  ) throws -> TextNode {
    TextNode(
      shaped: try shaper.shape(text, weight: weight), origin: origin, size: size, anchor: anchor, paint: Paint(paint),
      rotation: rotation)
  }

  /// The text in lines no wider than `width`, broken where ``LineBreaker`` says and inside a word only when it is wider
  /// than a line; what does not fit into `limit` lines ends in “…”.
  func wrap(
    _ text: String, width: Double, size: Double, weight: FontLibrary.Weight = .regular, limit: Int
  ) throws -> [String] {
    guard limit >= 1 else { return [] }
    let longest = Self.mostCharacters(in: width, size: size) * min(limit, 1000)
    let text = text.beginning(scalars: longest, ending: "…").withoutControlCharacters
    var rest = LineBreaker(text).pieces[...]
    let whole = rest.joined
    guard !whole.isEmpty else { return [] }
    if try self.width(whole, size: size, weight: weight) <= width { return [whole] }
    var lines: [String] = []
    while !rest.isEmpty, lines.count + 1 < limit {
      lines.append(try takeLine(from: &rest, width: width, size: size, weight: weight))
    }
    if !rest.isEmpty { lines.append(try shorten(rest.joined, width: width, size: size, weight: weight)) }
    return lines
  }

  /// Removes what fits into a line, at least one character, and returns it.
  private func takeLine(
    from rest: inout ArraySlice<LineBreaker.Piece>, width: Double, size: Double, weight: FontLibrary.Weight
  ) throws -> String {
    let space = try self.width(" ", size: size, weight: weight)
    var end = rest.startIndex
    var used = 0.0
    while end < rest.endIndex {
      let piece = rest[end]
      used += try self.width(piece.text, size: size, weight: weight) + (piece.followsSpace ? space : 0)
      if used > width { break }
      end += 1
    }
    // Parts may be wider together than the sum of their widths.
    while end > rest.startIndex, try self.width(rest[..<end].joined, size: size, weight: weight) > width { end -= 1 }
    if end > rest.startIndex {
      defer { rest = rest[end...] }
      return rest[..<end].joined
    }
    let word = rest[end].text
    let count = max(1, try fittingCount(Array(word), ending: "", width: width, size: size, weight: weight))
    rest[end] = LineBreaker.Piece(text: String(word.dropFirst(count)), followsSpace: false)
    if rest[end].text.isEmpty { rest = rest.dropFirst() }
    return String(word.prefix(count))
  }

  /// The text, or as much of it as fits with “…” at its end.
  func shorten(
    _ text: String, width: Double, size: Double, weight: FontLibrary.Weight = .regular
  ) throws -> String {
    let text = text.beginning(scalars: Self.mostCharacters(in: width, size: size), ending: "…")
    guard try self.width(text, size: size, weight: weight) > width else { return text }
    let characters = Array(text)
    var kept = characters[..<(try fittingCount(characters, ending: "…", width: width, size: size, weight: weight))]
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept) + "…"
  }

  /// How many of the characters fit with the ending.
  private func fittingCount(
    _ characters: [Character], ending: String, width: Double, size: Double, weight: FontLibrary.Weight
  ) throws -> Int {
    var (fits, tooLong) = (0, characters.count + 1)
    while fits + 1 < tooLong {
      let middle = (fits + tooLong) / 2
      let isFitting =
        try self.width(String(characters[..<middle]) + ending, size: size, weight: weight) <= width
      (fits, tooLong) = isFitting ? (middle, tooLong) : (fits, middle)
    }
    return fits
  }

  /// More characters than a line of that width can hold: hardly any is as narrow as that, and a huge text is never
  /// shaped whole.
  private static func mostCharacters(in width: Double, size: Double) -> Int {
    let most = max(width, 0) / (0.05 * max(size, 0.1)) + 1
    return most < Double(Shaper.longestLine) ? Int(most) : Shaper.longestLine
  }
}
