internal import CGallerySources

/// Reads the code of charts from this module's own files, which are compiled into the program.
///
/// The formatter guarantees what is relied on here: functions of a type begin with two spaces, and a line of two spaces
/// and a brace ends them.
enum GallerySources {
  /// The lines between a function's first and last one, without their common indentation.
  static func body(of function: String, in file: String) -> String? {
    guard let lines = lines(of: file), let start = start(of: function, in: lines) else { return nil }
    let body = lines[(start + 1)...].prefix { $0 != "  }" }
    return body.map { String($0.drop(while: { $0 == " " }).isEmpty ? "" : $0.dropFirst(4)) }.joined(separator: "\n")
  }

  /// The text of the comment above a function, in one line.
  static func comment(of function: String, in file: String) -> String? {
    guard let lines = lines(of: file), let start = start(of: function, in: lines) else { return nil }
    let comment = lines[..<start].reversed().prefix { $0.hasPrefix("  /// ") }.reversed()
    return comment.map { $0.dropFirst(6) }.joined(separator: " ")
  }

  private static func start(of function: String, in lines: [Substring]) -> Int? {
    lines.firstIndex { $0.hasPrefix("  static func \(function)() ") && $0.hasSuffix("{") }
  }

  private static func lines(of file: String) -> [Substring]? {
    files[file]?.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static let files: [String: String] = {
    var files: [String: String] = [:]
    for index in 0..<lossline_gallery_source_count() {
      let source = lossline_gallery_source_at(index)
      let bytes = UnsafeBufferPointer(start: source.bytes, count: source.count)
      files[String(cString: source.name)] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }()
}
