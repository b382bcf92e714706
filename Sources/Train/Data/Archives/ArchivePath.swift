/// Paths inside archives, which may be anything.
enum ArchivePath {
  /// The components of a path that stays below its root; nil for an absolute path, `..` or a NUL.
  static func components(of path: String) -> [Substring]? {
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    let components = path.split(separator: "/").filter { $0 != "." }
    return components.contains("..") ? nil : components
  }

  /// A path as messages show it: without control characters, at most 200 characters.
  static func shown(_ path: String) -> String {
    let visible = path.unicodeScalars.prefix(200).map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
    }
    return visible.joined() + (path.unicodeScalars.count > 200 ? "…" : "")
  }
}
