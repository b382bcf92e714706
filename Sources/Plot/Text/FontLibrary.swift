internal import CFontconfig
internal import Synchronization

/// The fonts that charts are set in. Fontconfig finds the files by family; they are opened when a character needs them.
///
/// One library serves any number of charts and threads. A program can add font files that are not installed:
/// `FontLibrary(files: ["Fonts/Brand-Regular.otf"])`, then names the family in ``Theme/fontFamilies``.
public final class FontLibrary: Sendable {
  /// The installed fonts.
  public static let installed = FontLibrary()

  package enum Weight: Sendable, Hashable { case regular, bold }

  private struct Request: Hashable {
    var family: String
    var weight: Weight
  }

  private struct State {
    var config: FontConfiguration?
    var faces: [Request: FontFace?] = [:]
    var shaped: [Shaper.Request: ShapedText] = [:]
  }

  private let files: [String]
  private let state = Mutex(State())

  /// The installed fonts and those in the given files, which come first.
  public init(files: [String] = []) { self.files = files }

  /// - Returns: `nil` when the family is not installed.
  func face(family: String, weight: Weight) -> FontFace? {
    state.withLock { state in
      let request = Request(family: family, weight: weight)
      if let known = state.faces[request] { return known }
      let config = state.config ?? FontConfiguration(files: files)
      state.config = config
      let face = config.find(family: family, bold: weight == .bold).flatMap { FontFace(path: $0.path, index: $0.index) }
      state.faces[request] = .some(face)
      return face
    }
  }

  /// Text that was shaped before, or the result of shaping it now. Shaping does not depend on the size.
  func shaped(_ request: Shaper.Request, by shape: () throws -> ShapedText) rethrows -> ShapedText {
    if let known = state.withLock({ $0.shaped[request] }) { return known }
    let text = try shape()
    state.withLock { state in
      if state.shaped.count >= 4096 { state.shaped.removeAll(keepingCapacity: true) }
      state.shaped[request] = text
    }
    return text
  }
}

/// Fontconfig's list of font files.
private struct FontConfiguration: @unchecked Sendable {
  // Unchecked: used under the library's lock only.
  private let config: OpaquePointer?

  init(files: [String]) {
    config = FcInitLoadConfigAndFonts()
    for file in files { FcConfigAppFontAddFile(config, file) }
  }

  func find(family: String, bold: Bool) -> (path: String, index: Int)? {
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
    guard families(of: match).contains(where: { $0.lowercased() == family.lowercased() }),
      let path = string(match, FC_FILE, 0)
    else { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(match, FC_INDEX, 0, &index)
    return (path, Int(index))
  }

  private func families(of pattern: OpaquePointer) -> [String] {
    (0..<16).lazy.map { string(pattern, FC_FAMILY, $0) }.prefix { $0 != nil }.compactMap { $0 }
  }

  private func string(_ pattern: OpaquePointer, _ object: String, _ number: Int32) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, object, number, &value) == FcResultMatch, let value else { return nil }
    return String(cString: value)
  }
}
