/// A line of text as glyphs, in em: multiply by the font size to get points.
package struct ShapedText: Sendable, Hashable {
  package var string: String
  package var bold: Bool
  package var runs: [GlyphRun]
  /// The advance of the whole line.
  package var width: Double
  /// Characters that no font has.
  package var missing: [Character]
  /// Whether the line as a whole reads from right to left. Its runs stand from left to right all the same.
  package var isRightToLeft = false
}

/// Glyphs of one font and direction, from left to right; the text is in reading order.
package struct GlyphRun: Sendable, Hashable {
  package var face: FontFace
  package var text: String
  package var glyphs: [Glyph]
  package var isRightToLeft: Bool
}

/// A glyph at its place in the line.
package struct Glyph: Sendable, Hashable {
  package var id: UInt32
  /// From the start of the line.
  package var x: Double
  /// Upwards from the base line.
  package var y: Double
  /// The UTF-8 offset in the run's text of the first character that the glyph stands for.
  package var cluster: Int
}
