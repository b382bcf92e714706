internal import CHarfBuzz

/// A part of a line with one font, one script and one direction: what HarfBuzz shapes in one go.
struct TextItem {
  var face: FontFace
  var script: hb_script_t
  var level: Int8
  /// UTF-8 offsets in the line.
  var bytes: Range<Int>

  var isRightToLeft: Bool { level % 2 != 0 }
}

/// Splits a line of text into items and notes the characters that no font has.
struct Itemizer {
  let fonts: FontLibrary
  let families: [String]
  let weight: FontLibrary.Weight
  private(set) var missing: [Character] = []

  init(fonts: FontLibrary, families: [String], weight: FontLibrary.Weight) {
    self.fonts = fonts
    self.families = families
    self.weight = weight
  }

  /// - Throws: ``PlotError/Code/missingFont`` when none of the families is installed.
  mutating func items(of string: String, levels: [Int8]) throws -> [TextItem] {
    let scripts = Script.resolved(string)
    var items: [TextItem] = []
    var (scalar, byte) = (0, 0)
    for (number, character) in string.enumerated() {
      let end = byte + character.utf8.count
      let item = TextItem(
        face: try face(for: character), script: scripts[number], level: levels[scalar], bytes: byte..<end)
      if let last = items.last, last.face === item.face, last.script == item.script, last.level == item.level {
        items[items.count - 1].bytes = last.bytes.lowerBound..<end
      } else {
        items.append(item)
      }
      byte = end
      scalar += character.unicodeScalars.count
    }
    return items
  }

  /// The first family that has the whole character, any other font that has it, or else the last family for its empty box.
  private mutating func face(for character: Character) throws -> FontFace {
    let installed = families.lazy.compactMap { [fonts, weight] in fonts.face(family: $0, weight: weight) }
    if let face = installed.first(where: { $0.covers(character) }) { return face }
    // The default theme's last family has an empty box for what is missing.
    guard let last = Array(installed).last else {
      throw PlotError(
        .missingFont,
        "None of the fonts \(families.joined(separator: ", ")) is installed; on Debian: apt-get install fonts-inter.")
    }
    if let face = fonts.fallback(for: character, weight: weight), face.covers(character) { return face }
    missing.append(character)
    return last
  }
}

/// Scripts as HarfBuzz names them.
enum Script {
  /// The script of each character; digits, spaces and punctuation take that of the text before them, or else after.
  static func resolved(_ string: String) -> [hb_script_t] {
    let own = string.map(own)
    var last = own.lazy.compactMap { $0 }.first ?? HB_SCRIPT_LATIN
    return own.map { script in
      last = script ?? last
      return last
    }
  }

  /// The language that decides between regional forms of one character, where the text itself tells it; Chinese
  /// characters alone leave it to the font.
  static func language(of string: String) -> String? {
    var isJapanese = false
    for scalar in string.unicodeScalars where scalar.value >= 0x1100 {
      switch scalar.value {
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: return "ko"
      case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: isJapanese = true
      default: break
      }
    }
    return isJapanese ? "ja" : nil
  }

  private static func own(_ character: Character) -> hb_script_t? {
    let functions = hb_unicode_funcs_get_default()
    return character.unicodeScalars.lazy.map { hb_unicode_script(functions, $0.value) }.first {
      $0 != HB_SCRIPT_COMMON && $0 != HB_SCRIPT_INHERITED && $0 != HB_SCRIPT_UNKNOWN
    }
  }
}

extension FontFace {
  /// Joiners and variation selectors need no glyph of their own; a base with marks may be one composed glyph.
  func covers(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return scalars.allSatisfy(hasGlyph) || (scalars.count > 1 && Self.composed(scalars).allSatisfy(hasGlyph))
  }

  private static func composed(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
    let functions = hb_unicode_funcs_get_default()
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      var both: hb_codepoint_t = 0
      if let last = result.last, hb_unicode_compose(functions, last.value, scalar.value, &both) != 0,
        let composed = Unicode.Scalar(both)
      {
        result[result.count - 1] = composed
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}
