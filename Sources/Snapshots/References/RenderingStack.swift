internal import CCairo
internal import CDeflate
internal import CFreeType
internal import CFriBidi
internal import CHarfBuzz
internal import CPNG
internal import Foundation
package import Plot

/// What decides which pixels a scene becomes, besides Lossline: libraries by version, fonts by their files' content.
///
/// A reference picture carries it as a text. Two pictures of one stack can be compared pixel by pixel; of two stacks, no
/// tolerance tells another rasteriser from a wrong digit.
package struct RenderingStack: Sendable, Hashable {
  /// The text's keyword in PNG files.
  package static let keyword = "Rendering stack"

  /// Such as `cairo 1.16.0` and `Inter-Regular.otf 1a2b3c4d`.
  package let parts: [String]

  /// The stack that draws a scene in this process.
  package init(of drawing: Drawing) {
    parts = Self.libraries + drawing.scene.fontFiles.map(FontDigests.shared.part)
  }

  /// The stack that a picture carries; `nil` when it carries none.
  package init?(_ file: PNGFile) {
    guard let text = file.texts[Self.keyword] else { return nil }
    parts = text.components(separatedBy: "; ")
  }

  /// As it is written into pictures.
  package var text: String { parts.joined(separator: "; ") }

  /// Where a reference's stack is another one: “cairo 1.16.0 (here 1.18.0)”.
  package func difference(here: RenderingStack) -> String {
    let (old, new) = (parts.filter { !here.parts.contains($0) }, here.parts.filter { !parts.contains($0) })
    return "\(old.isEmpty ? "nothing else" : old.joined(separator: ", ")) "
      + "(here \(new.isEmpty ? "nothing else" : new.joined(separator: ", ")))"
  }

  /// The version of cairo, as in `cairo 1.16.0`.
  static let cairo = "cairo \(String(cString: cairo_version_string()))"

  private static let libraries: [String] = {
    var freeType: FT_Library?
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    if FT_Init_FreeType(&freeType) == 0 {
      FT_Library_Version(freeType, &major, &minor, &patch)
      FT_Done_FreeType(freeType)
    }
    return [
      cairo, "pixman \(pixmanVersion)",
      "freetype \(major).\(minor).\(patch)", "harfbuzz \(String(cString: hb_version_string()))",
      "fribidi \(FRIBIDI_MAJOR_VERSION).\(FRIBIDI_MINOR_VERSION).\(FRIBIDI_MICRO_VERSION)",
      "libpng \(String(cString: png_get_libpng_ver(nil)))", architecture,
    ]
  }()

  /// Of the library that cairo rasterises with; it is loaded with cairo, and has no module of its own here.
  private static var pixmanVersion: String {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>
    guard let symbol = dlsym(nil, "pixman_version_string") else { return "unknown" }
    return String(cString: unsafeBitCast(symbol, to: Version.self)())
  }

  /// Floating-point arithmetic may differ in the last bit where compilers fuse operations.
  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}

/// The checksums of font files, each taken once.
private struct FontDigests: Sendable {
  static let shared = FontDigests()
  private let known = Locked<[String: String]>([:])

  /// The file's name and the checksum of its content.
  func part(_ path: String) -> String {
    known.withLock { known in
      if let part = known[path] { return part }
      let file = URL(filePath: path)
      let digest = (try? Data(contentsOf: file, options: .alwaysMapped)).map { ContentDigest($0).text } ?? "unreadable"
      let part = "\(file.lastPathComponent.replacing(/[^A-Za-z0-9._-]/, with: "_")) \(digest)"
      known[path] = part
      return part
    }
  }
}
