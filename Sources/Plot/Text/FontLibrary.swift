/// The fonts that charts are set in. Fontconfig finds the files by family; they are opened when a character needs them.
///
/// A character that none of the theme's families has is set in another installed font that has it.
/// One library serves any number of charts and threads. A program can add font files that are not installed:
/// `FontLibrary(files: ["Fonts/Brand-Regular.otf"])`, then names the family in ``Theme/fontFamilies``.
public final class FontLibrary: Sendable {
  /// The installed fonts.
  public static let installed = FontLibrary()

  package enum Weight: Sendable, Hashable { case regular, bold }

  private struct Request<Key: Hashable & Sendable>: Hashable {
    var key: Key
    var weight: Weight
  }

  private struct State {
    var configuration: FontConfiguration?
    var families: [Request<String>: FontFace?] = [:]
    var fallbacks: [Request<[Unicode.Scalar]>: FontFace?] = [:]
    var files: [FontFile: FontFace] = [:]
    var shaped: [Shaper.Request: ShapedText] = [:]

    mutating func face(_ file: FontFile?) -> FontFace? {
      guard let file else { return nil }
      let face = files[file] ?? FontFace(path: file.path, index: file.index)
      files[file] = face
      return face
    }

    mutating func configuration(files: [String]) -> FontConfiguration {
      let known = configuration ?? FontConfiguration(files: files)
      configuration = known
      return known
    }
  }

  /// How many texts and fallbacks are remembered; then all are forgotten.
  private static let capacity = 4096
  /// Longer texts are shaped anew each time, in UTF-8 bytes.
  private static let longestRemembered = 1024

  private let files: [String]
  private let state = Locked(State())

  /// The installed fonts and those in the given files, which come first.
  public init(files: [String] = []) { self.files = files }

  /// - Returns: `nil` when the family is not installed.
  func face(family: String, weight: Weight) -> FontFace? {
    state.withLock { state in
      let request = Request(key: family, weight: weight)
      if let known = state.families[request] { return known }
      let face = state.face(state.configuration(files: files).find(family: family, bold: weight == .bold))
      state.families[request] = .some(face)
      return face
    }
  }

  /// Any installed font that has the character, always the same one.
  ///
  /// - Returns: `nil` when there is none; always for characters of private use, which mean something else in each font.
  func fallback(for character: Character, weight: Weight) -> FontFace? {
    let scalars = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    guard !scalars.contains(where: { $0.properties.generalCategory == .privateUse }) else { return nil }
    return state.withLock { state in
      let request = Request(key: Array(scalars), weight: weight)
      if let known = state.fallbacks[request] { return known }
      let face = state.face(
        state.configuration(files: files).fallback(for: request.key, bold: weight == .bold))
      if state.fallbacks.count >= Self.capacity { state.fallbacks.removeAll(keepingCapacity: true) }
      state.fallbacks[request] = .some(face)
      return face
    }
  }

  /// Text that was shaped before, or the result of shaping it now. Shaping does not depend on the size.
  func shaped(_ request: Shaper.Request, by shape: () throws -> ShapedText) rethrows -> ShapedText {
    if let known = state.withLock({ $0.shaped[request] }) { return known }
    let text = try shape()
    guard request.string.utf8.count <= Self.longestRemembered else { return text }
    state.withLock { state in
      if state.shaped.count >= Self.capacity { state.shaped.removeAll(keepingCapacity: true) }
      state.shaped[request] = text
    }
    return text
  }
}
