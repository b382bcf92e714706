/// Names made safe for use in a file name.
enum Slug {
  private static let byteLimit = 80

  /// Lower-case letters, digits and underscores of any script; a hyphen for each run of anything else.
  ///
  /// The result is never empty, has no slash and no dot, and is at most 80 bytes long.
  static func make(_ text: String, ifEmpty fallback: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      let kept = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let next = kept ? String(scalar) : "-"
      if next == "-", slug.isEmpty || slug.hasSuffix("-") { continue }
      if slug.utf8.count + next.utf8.count > byteLimit { break }
      slug += next
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? fallback : slug
  }
}
