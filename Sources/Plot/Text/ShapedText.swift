/// A line of text as glyphs, in em: multiply by the font size to get points.
package struct ShapedText: Sendable, Hashable {
  package var string: String
  package var bold: Bool
  package var runs: [GlyphRun]
  /// The advance of the whole line.
  package var width: Double
  /// Characters that no font has.
  package var missing: [Character]
}

/// Glyphs of one font, from left to right.
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
