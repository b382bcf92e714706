internal import CDeflate

/// A PNG file by its chunks: what its pixels do not tell.
package struct PNGFile: Sendable {
  /// What every PNG file begins with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The whole file.
  package let bytes: [UInt8]
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// The texts by keyword; of several, the first.
  package let texts: [String: String]
  /// Where the first chunk after the header begins.
  private let endOfHeader: Int

  /// Reads header and texts; pixels are not looked at.
  ///
  /// - Throws: ``ReferenceProblem/notPNG``, ``ReferenceProblem/cut`` or ``ReferenceProblem/bitDepth(_:)``.
  package init(_ bytes: [UInt8]) throws(ReferenceProblem) {
    guard bytes.starts(with: Self.signature) else {
      throw Self.signature.starts(with: bytes) ? .cut : .notPNG
    }
    var chunks = PNGChunks(bytes)
    guard let header = try chunks.next(), header.type == "IHDR", header.content.count == 13 else { throw .notPNG }
    let content = header.content
    width = PNGChunks.number(bytes, content.startIndex)
    height = PNGChunks.number(bytes, content.startIndex + 4)
    // Fewer bits are exact too: programs that make files smaller write palettes and grays with them.
    let depth = Int(bytes[content.startIndex + 8])
    guard depth <= 8 else { throw .bitDepth(depth) }
    endOfHeader = chunks.place
    var texts: [String: String] = [:]
    while let chunk = try chunks.next(), chunk.type != "IEND" {
      guard chunk.type == "tEXt" else { continue }
      let parts = bytes[chunk.content].split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let words = parts.map { String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) })) }
      texts[words[0]] = texts[words[0]] ?? words[1]
    }
    self.texts = texts
    self.bytes = bytes
  }

  /// The file with one more text after its header.
  ///
  /// - Parameters:
  ///   - keyword: 1 to 79 letters.
  ///   - text: Characters outside Latin-1 become question marks, as the format demands.
  package func adding(_ keyword: String, _ text: String) -> [UInt8] {
    let latin = (keyword.unicodeScalars.map { $0.value } + [0] + text.unicodeScalars.map { $0.value })
      .map { UInt8(exactly: $0) ?? UInt8(ascii: "?") }
    let chunk = Array("tEXt".utf8) + latin
    let sum = libdeflate_crc32(0, chunk, chunk.count)
    let head = Self.bytes(UInt32(latin.count))
    return bytes[..<endOfHeader] + head + chunk + Self.bytes(sum) + bytes[endOfHeader...]
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// Walks through the chunks of a PNG file.
private struct PNGChunks {
  private let bytes: [UInt8]
  private(set) var place = PNGFile.signature.count

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: `nil` at the end of the file.
  mutating func next() throws(ReferenceProblem) -> (type: String, content: Range<Int>)? {
    guard place < bytes.count else { return nil }
    guard place + 12 <= bytes.count else { throw .cut }
    let length = Self.number(bytes, place)
    let start = place + 8
    guard length <= bytes.count - start - 4 else { throw .cut }
    let type = String(decoding: bytes[place + 4..<start], as: UTF8.self)
    place = start + length + 4
    return (type, start..<start + length)
  }

  static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
