/// Reads numbers out of bytes in memory, least significant byte first, and never past their end.
struct ByteReader {
  /// The bytes end before what was asked for.
  struct Cut: Error {}

  private let bytes: ArraySlice<UInt8>

  /// The index of the next byte, counted from the first.
  private(set) var offset = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The number of bytes that were not read.
  var remaining: Int { bytes.count - offset }

  /// The next bytes.
  mutating func take(_ count: Int) throws(Cut) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw Cut() }
    let start = bytes.startIndex + offset
    offset += count
    return bytes[start..<start + count]
  }

  /// The next byte.
  mutating func byte() throws(Cut) -> UInt8 {
    guard remaining > 0 else { throw Cut() }
    defer { offset += 1 }
    return bytes[bytes.startIndex + offset]
  }

  /// A number without sign of at most seven bytes.
  mutating func unsigned(_ count: Int) throws(Cut) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number with sign of at most eight bytes; 0 for none.
  mutating func signed(_ count: Int) throws(Cut) -> Int {
    let taken = try take(count)
    let start: Int64 = (taken.last ?? 0) >= 0x80 ? -1 : 0
    return Int(taken.reversed().reduce(start) { $0 << 8 | Int64($1) })
  }

  /// The bytes up to a line feed, which is passed over.
  mutating func line() throws(Cut) -> ArraySlice<UInt8> {
    guard let end = bytes[(bytes.startIndex + offset)...].firstIndex(of: 0x0A) else { throw Cut() }
    let line = try take(end - bytes.startIndex - offset)
    offset += 1
    return line
  }
}
