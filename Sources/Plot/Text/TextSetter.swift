/// Sets text in a theme's fonts: shapes it, measures it and breaks it into lines.
struct TextSetter {
  let shaper: Shaper
  let theme: Theme

  /// The distance from one base line to the next, as a multiple of the size.
  static let lineHeight = 1.25
  /// How far capital letters rise above the base line, as a multiple of the size.
  static let capHeight = 0.727

  init(theme: Theme, fonts: FontLibrary) {
    self.theme = theme
    shaper = Shaper(fonts: fonts, families: theme.fontFamilies)
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

  /// The text in lines no wider than `width`, broken between words; what does not fit into `limit` lines ends in “…”.
  func wrap(
    _ text: String, width: Double, size: Double, weight: FontLibrary.Weight = .regular, limit: Int
  ) throws -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.withoutControlCharacters.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      let fits = try line.isEmpty || self.width(longer, size: size, weight: weight) <= width
      if fits {
        line = longer
      } else if lines.count + 1 == limit {
        // The last line takes all that is left, for `shorten` to cut.
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return try lines.map { try shorten($0, width: width, size: size, weight: weight) }
  }

  /// The text, or as much of it as fits with “…” at its end.
  func shorten(
    _ text: String, width: Double, size: Double, weight: FontLibrary.Weight = .regular
  ) throws -> String {
    // No glyph is that narrow, so that a huge text is never shaped whole.
    let text = String(text.prefix(Int(max(width, 0) / (0.05 * size)) + 1))
    guard try self.width(text, size: size, weight: weight) > width else { return text }
    let characters = Array(text)
    var (fits, tooLong) = (0, characters.count)
    while fits + 1 < tooLong {
      let middle = (fits + tooLong) / 2
      let isFitting = try self.width(String(characters[..<middle]) + "…", size: size, weight: weight) <= width
      (fits, tooLong) = isFitting ? (middle, tooLong) : (fits, middle)
    }
    return String(characters[..<fits]) + "…"
  }
}
