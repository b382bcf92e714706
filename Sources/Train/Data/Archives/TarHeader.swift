/// One block of 512 bytes that describes what follows it, as POSIX (ustar) and GNU tar write it.
struct TarHeader {
  static let blockSize = 512

  /// What is wrong with a header, in words that follow a position.
  struct Malformed: Error {
    let finding: String
  }

  /// The kind of entry: `0` a file, `5` a folder, `2` a link, `L` a long name, `x` a pax header.
  let type: UInt8
  let size: Int
  /// The bytes of the path: the prefix, where there is one, and the name.
  let path: [UInt8]

  /// Whether a block holds zeros only, as two blocks at the end of an archive do.
  static func isZero(_ block: [UInt8]) -> Bool { block.allSatisfy { $0 == 0 } }

  /// - Parameter block: 512 bytes.
  init(_ block: [UInt8]) throws(Malformed) {
    guard block.count == TarHeader.blockSize else { throw Malformed(finding: "a header is cut") }
    guard block[257..<262].elementsEqual("ustar".utf8) else {
      throw Malformed(finding: "there is no tar header (ustar or GNU)")
    }
    let stored = try TarHeader.number(block[148..<156], of: "checksum")
    let sum = block.reduce(0) { $0 + Int($1) } - block[148..<156].reduce(0) { $0 + Int($1) } + 8 * 32
    guard stored == sum else {
      throw Malformed(finding: "the checksum of a header is \(stored) and should be \(sum)")
    }
    // Kinds without content may carry a size, which means nothing.
    let type = block[156] == 0 || block[156] == UInt8(ascii: "7") ? UInt8(ascii: "0") : block[156]
    let hasContent = !(UInt8(ascii: "1")...UInt8(ascii: "6")).contains(type)
    size = hasContent ? try TarHeader.number(block[124..<136], of: "size") : 0
    self.type = type
    let name = block[0..<100].prefix { $0 != 0 }
    // GNU tar keeps times where POSIX has the prefix.
    let isPOSIX = block[262] == 0
    let prefix = isPOSIX ? block[345..<500].prefix { $0 != 0 } : []
    path = prefix.isEmpty ? Array(name) : prefix + [UInt8(ascii: "/")] + name
  }

  /// A number in octal digits between spaces or NULs, or in binary behind a first byte of 0x80.
  static func number(_ field: ArraySlice<UInt8>, of what: String) throws(Malformed) -> Int {
    if let first = field.first, first >= 0x80 {
      guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else {
        throw Malformed(finding: "the \(what) of a header is negative or too large")
      }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    let isOctal = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    let rest = field[digits.endIndex...]
    guard isOctal, digits.count <= 12, rest.allSatisfy({ $0 == 0x20 || $0 == 0 }) else {
      throw Malformed(finding: "the \(what) of a header is no octal number")
    }
    return digits.reduce(0) { $0 << 3 | Int($1 - UInt8(ascii: "0")) }
  }
}
