/// File names and HTML ids made from names that come from logs: short, plain, and each given out once.
struct Slugs {
  private var names = UniqueNames()

  /// A name of ASCII letters, digits, hyphens and underscores that was not given out before, whatever the case.
  mutating func unique(_ name: String, fallback: String) -> String {
    let plain = Slugs.plain(name)
    return names.unique(plain.isEmpty ? fallback : plain, key: { $0.lowercased() }, numbered: { "\($0)-\($1)" })
  }

  private static func plain(_ name: String) -> String {
    var slug = ""
    for byte in name.utf8 {
      if isAllowed(byte) {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, slug.utf8.last != UInt8(ascii: "-") {
        slug += "-"
      }
      if slug.utf8.count == lengthLimit { break }
    }
    while slug.utf8.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static let lengthLimit = 80
}
