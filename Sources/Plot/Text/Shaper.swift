internal import CHarfBuzz

/// Turns a line of text into glyphs: splits it by font, script and direction, shapes each part with HarfBuzz and puts the
/// parts into the order in which they are read from left to right.
package struct Shaper: Sendable {
  struct Request: Hashable {
    var string: String
    var weight: FontLibrary.Weight
    var families: [String]
  }

  /// Longer lines are cut, so that a huge text costs no more than a long one.
  static let longestLine = 10_000

  let fonts: FontLibrary
  let families: [String]

  /// - Throws: ``PlotError/Code/missingFont`` when none of the families is installed.
  func shape(_ string: String, weight: FontLibrary.Weight = .regular) throws -> ShapedText {
    let visible = string.beginning(scalars: Self.longestLine, ending: "…").withoutControlCharacters
    return try fonts.shaped(Request(string: visible, weight: weight, families: families)) {
      try shapeAnew(visible, weight: weight)
    }
  }

  private func shapeAnew(_ string: String, weight: FontLibrary.Weight) throws -> ShapedText {
    let paragraph = BidiParagraph(Array(string.unicodeScalars))
    var itemizer = Itemizer(fonts: fonts, families: families, weight: weight)
    let items = try itemizer.items(of: string, levels: paragraph.levels)
    var result = ShapedText(
      string: string, bold: weight == .bold, runs: [], width: 0, missing: itemizer.missing,
      isRightToLeft: paragraph.isRightToLeft)
    let utf8 = string.utf8.map { CChar(bitPattern: $0) }
    let language = Script.language(of: string).map { hb_language_from_string($0, -1) }
    for number in BidiParagraph.visualOrder(of: items.map(\.level)) {
      let (run, advance) = Self.shape(items[number], of: utf8, language: language ?? nil, startingAt: result.width)
      result.runs.append(run)
      result.width += advance
    }
    return result
  }

  private static func shape(
    _ item: TextItem, of line: [CChar], language: hb_language_t?, startingAt start: Double
  ) -> (GlyphRun, Double) {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    // HarfBuzz looks at the text around the item too, so that letters join across a change of font.
    hb_buffer_add_utf8(
      buffer, line, Int32(line.count), UInt32(item.bytes.lowerBound), Int32(item.bytes.count))
    hb_buffer_set_script(buffer, item.script)
    hb_buffer_set_direction(buffer, item.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    // Set in any case: by default HarfBuzz would ask the locale.
    hb_buffer_set_language(buffer, language ?? hb_language_from_string("und", -1))
    var features = [tabularFigures]
    hb_shape(item.face.font, buffer, &features, UInt32(features.count))
    return glyphs(in: buffer, item: item, of: line, startingAt: start)
  }

  private static func glyphs(
    in buffer: OpaquePointer?, item: TextItem, of line: [CChar], startingAt start: Double
  ) -> (GlyphRun, Double) {
    var count: UInt32 = 0
    let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
    let text = String(decoding: line[item.bytes].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var run = GlyphRun(face: item.face, text: text, glyphs: [], isRightToLeft: item.isRightToLeft)
    let unitsPerEm = item.face.unitsPerEm
    var pen = 0.0
    for (info, position) in zip(infos, positions) {
      run.glyphs.append(
        Glyph(
          id: info.codepoint, x: start + (pen + Double(position.x_offset)) / unitsPerEm,
          y: Double(position.y_offset) / unitsPerEm, cluster: Int(info.cluster) - item.bytes.lowerBound))
      pen += Double(position.x_advance)
    }
    return (run, pen / unitsPerEm)
  }

  /// Figures of equal width, so that numbers under each other line up.
  private static var tabularFigures: hb_feature_t {
    hb_feature_t(tag: 0x746E_756D, value: 1, start: 0, end: .max)  // “tnum”
  }
}

extension String {
  /// The text on one line: line breaks and tabs become spaces, other control characters U+FFFD.
  var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
      case _ where scalar.isControl: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text, or its first `count` scalars and the ending. Takes no longer for a huge text.
  func beginning(scalars count: Int, ending: String) -> String {
    // A scalar takes at least one byte.
    guard utf8.count > count,
      let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex
    else { return self }
    return String(unicodeScalars[..<end]) + ending
  }
}

extension Unicode.Scalar {
  /// Control characters (category Cc) and the two separators that end a line.
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x2029).contains(value)
  }
}
