/// Reads a message of Protocol Buffers in place, from its start to its end.
///
/// It knows the forms that training logs consist of. Of anything else, sound or not, every function says `nil` or
/// `false`, and SwiftProtobuf decides.
struct ProtoCursor {
  private var position: UnsafeRawPointer
  private let end: UnsafeRawPointer

  /// - Parameter bytes: A message that is not empty.
  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return nil }
    position = start
    end = start + bytes.count
  }

  @inline(__always)
  var isAtEnd: Bool { position == end }

  @inline(__always)
  private var count: Int { end - position }

  /// The key of the next field, of those with a number below 16.
  @inline(__always)
  mutating func key() -> UInt8? {
    guard count >= 1 else { return nil }
    let byte = position.load(as: UInt8.self)
    position += 1
    return byte < 0x80 ? byte : nil
  }

  /// A number below 2⁶³.
  @inline(__always)
  mutating func varint() -> UInt64? {
    guard count >= 1 else { return nil }
    let first = position.load(as: UInt8.self)
    position += 1
    return first < 0x80 ? UInt64(first) : longVarint(first)
  }

  @inline(__always)
  private mutating func longVarint(_ first: UInt8) -> UInt64? {
    var value = UInt64(first & 0x7F)
    for shift in stride(from: UInt64(7), to: 63, by: 7) {
      guard count >= 1 else { return nil }
      let byte = position.load(as: UInt8.self)
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }

  /// Four or eight bytes.
  @inline(__always)
  mutating func fixed<Bits: FixedWidthInteger & BitwiseCopyable>(_ type: Bits.Type) -> Bits? {
    guard count >= MemoryLayout<Bits>.size else { return nil }
    defer { position += MemoryLayout<Bits>.size }
    return Bits(littleEndian: position.loadUnaligned(as: type))
  }

  /// Bytes with their length before them.
  @inline(__always)
  mutating func bytes() -> UnsafeRawBufferPointer? {
    guard let length = varint(), length <= UInt64(count) else { return nil }
    defer { position += Int(length) }
    return UnsafeRawBufferPointer(start: position, count: Int(length))
  }
}
