internal import CHarfBuzz

/// Turns a line of text into glyphs: splits it by the font that has each character, then shapes each part with HarfBuzz.
package struct Shaper: Sendable {
  struct Request: Hashable {
    var string: String
    var weight: FontLibrary.Weight
    var families: [String]
  }

  let fonts: FontLibrary
  let families: [String]

  /// - Throws: ``PlotError/Code/missingFont`` when none of the families is installed.
  func shape(_ string: String, weight: FontLibrary.Weight = .regular) throws -> ShapedText {
    let visible = string.withoutControlCharacters
    return try fonts.shaped(Request(string: visible, weight: weight, families: families)) {
      try shapeAnew(visible, weight: weight)
    }
  }

  private func shapeAnew(_ string: String, weight: FontLibrary.Weight) throws -> ShapedText {
    var result = ShapedText(string: string, bold: weight == .bold, runs: [], width: 0, missing: [])
    for (face, text) in try split(string, weight: weight, missing: &result.missing) {
      let (run, advance) = Self.shape(text, face: face, startingAt: result.width)
      result.runs.append(run)
      result.width += advance
    }
    return result
  }

  /// The text in parts of one font each. A character without a font stays with the first, which draws its empty box.
  private func split(
    _ string: String, weight: FontLibrary.Weight, missing: inout [Character]
  ) throws -> [(FontFace, String)] {
    var parts: [(FontFace, String)] = []
    for character in string {
      let found = families.lazy.compactMap { fonts.face(family: $0, weight: weight) }.first { $0.covers(character) }
      if found == nil { missing.append(character) }
      let face = try found ?? firstInstalled(weight)
      if let last = parts.last, last.0 === face {
        parts[parts.count - 1].1.append(character)
      } else {
        parts.append((face, String(character)))
      }
    }
    return parts
  }

  private func firstInstalled(_ weight: FontLibrary.Weight) throws -> FontFace {
    if let face = families.lazy.compactMap({ fonts.face(family: $0, weight: weight) }).first { return face }
    throw PlotError(
      .missingFont,
      "None of the fonts \(families.joined(separator: ", ")) is installed; on Debian: apt-get install fonts-inter.")
  }

  private static func shape(_ text: String, face: FontFace, startingAt start: Double) -> (GlyphRun, Double) {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_add_utf8(buffer, text, -1, 0, -1)
    hb_buffer_guess_segment_properties(buffer)
    var features = [tabularFigures]
    hb_shape(face.font, buffer, &features, UInt32(features.count))
    var count: UInt32 = 0
    let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
    var run = GlyphRun(
      face: face, text: text, glyphs: [], isRightToLeft: hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL)
    var pen = 0.0
    for (info, position) in zip(infos, positions) {
      run.glyphs.append(
        Glyph(
          id: info.codepoint, x: start + (pen + Double(position.x_offset)) / face.unitsPerEm,
          y: Double(position.y_offset) / face.unitsPerEm, cluster: Int(info.cluster)))
      pen += Double(position.x_advance)
    }
    return (run, pen / face.unitsPerEm)
  }

  /// Figures of equal width, so that numbers under each other line up.
  private static var tabularFigures: hb_feature_t {
    hb_feature_t(tag: 0x746E_756D, value: 1, start: 0, end: .max)  // “tnum”
  }
}

extension FontFace {
  /// Joiners and variation selectors need no glyph of their own.
  fileprivate func covers(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint || hasGlyph(for: $0) }
  }
}

extension String {
  /// The text on one line: line breaks and tabs become spaces, other control characters U+FFFD.
  var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r": result.append(" ")
      case _ where scalar.properties.generalCategory == .control: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
