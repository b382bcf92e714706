internal import CFontconfig
internal import Foundation

/// A font in a file.
struct FontFile: Hashable {
  var path: String
  /// The font's number in a file that holds several.
  var index: Int
}

/// Fontconfig's list of font files.
final class FontConfiguration: @unchecked Sendable {
  // Unchecked: used under the library's lock only.
  private let config: OpaquePointer?
  private var candidates: [Bool: [Candidate]] = [:]

  init(files: [String]) {
    config = FcInitLoadConfigAndFonts()
    for file in files { FcConfigAppFontAddFile(config, file) }
  }

  deinit {
    if let config { FcConfigDestroy(config) }
  }

  /// The family's font file; `nil` when the family is not installed.
  func find(family: String, bold: Bool) -> FontFile? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, family)
    FcPatternAddInteger(pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    guard let match = FcFontMatch(config, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    // Fontconfig answers with its best guess; only the family itself will do.
    let families = (0..<16).lazy.map { Self.string(match, FC_FAMILY, $0) }.prefix { $0 != nil }.compactMap { $0 }
    guard families.contains(where: { $0.lowercased() == family.lowercased() }) else { return nil }
    return Self.file(of: match)
  }

  /// The first font that has all the scalars, in an order that depends on nothing but the fonts installed: upright, of
  /// the weight asked for, of normal width, proportional, a sans serif, then by name.
  func fallback(for scalars: [Unicode.Scalar], bold: Bool) -> FontFile? {
    let list = candidates[bold] ?? makeCandidates(bold: bold)
    candidates[bold] = list
    return list.first { candidate in
      scalars.allSatisfy { FcCharSetHasChar(candidate.characters, $0.value) != 0 }
    }?.file
  }

  // MARK: Fallback

  private struct Candidate {
    var file: FontFile
    var characters: OpaquePointer
    var faults: [Int]
    var name: String
  }

  private func makeCandidates(bold: Bool) -> [Candidate] {
    var list: [Candidate] = []
    for set in [FcSetApplication, FcSetSystem] {
      guard let fonts = FcConfigGetFonts(config, set) else { continue }
      for number in 0..<Int(fonts.pointee.nfont) {
        if let pattern = fonts.pointee.fonts[number], let candidate = Self.candidate(pattern, bold: bold) {
          list.append(candidate)
        }
      }
    }
    return list.sorted {
      ($0.faults.lexicographicallyPrecedes($1.faults))
        || ($0.faults == $1.faults
          && ($0.name, $0.file.path, $0.file.index) < ($1.name, $1.file.path, $1.file.index))
    }
  }

  /// - Returns: `nil` for a font without outlines, in colour or with axes of variation.
  private static func candidate(_ pattern: OpaquePointer, bold: Bool) -> Candidate? {
    func isTrue(_ object: String) -> Bool {
      var value: FcBool = 0
      return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value != 0
    }
    func number(_ object: String, default usual: Int32) -> Int {
      var value = usual
      return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? Int(value) : Int(usual)
    }
    var characters: OpaquePointer?
    guard isTrue(FC_OUTLINE), !isTrue(FC_COLOR), !isTrue(FC_VARIABLE), let file = file(of: pattern),
      file.index <= 0xFFFF, FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch,
      let characters, let family = string(pattern, FC_FAMILY, 0)
    else { return nil }
    let weight = Int(bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    return Candidate(
      file: file, characters: characters,
      faults: [
        abs(number(FC_SLANT, default: FC_SLANT_ROMAN) - Int(FC_SLANT_ROMAN)),
        abs(number(FC_WEIGHT, default: FC_WEIGHT_REGULAR) - weight),
        abs(number(FC_WIDTH, default: FC_WIDTH_NORMAL) - Int(FC_WIDTH_NORMAL)),
        number(FC_SPACING, default: FC_PROPORTIONAL),
        family.contains("Sans") ? 0 : 1,
      ], name: family + "/" + URL(filePath: file.path).lastPathComponent)
  }

  private static func file(of pattern: OpaquePointer) -> FontFile? {
    guard let path = string(pattern, FC_FILE, 0) else { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    return FontFile(path: path, index: Int(index))
  }

  private static func string(_ pattern: OpaquePointer, _ object: String, _ number: Int32) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, object, number, &value) == FcResultMatch, let value else { return nil }
    return String(cString: value)
  }
}
