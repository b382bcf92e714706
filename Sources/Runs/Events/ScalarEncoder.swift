/// Serializes events with scalars straight into memory, byte for byte as `ProtoEvent` would, and allocates nothing.
///
/// An event is `wall_time`=1 (8 bytes), `step`=2 (varint) and `summary`=5, which holds one `value`=1 a scalar with
/// `tag`=1 and `simple_value`=2 (4 bytes). A field that has its default is left out, as in Protocol Buffers 3, except
/// for `simple_value`, which is one of several.
struct ScalarEncoder {
  private enum Key {
    static let wallTime: UInt8 = 1 << 3 | 1
    static let step: UInt8 = 2 << 3
    static let summary: UInt8 = 5 << 3 | 2
    static let value: UInt8 = 1 << 3 | 2
    static let tag: UInt8 = 1 << 3 | 2
    static let simpleValue: UInt8 = 2 << 3 | 5
  }

  /// The most bytes that one length or step can take.
  private static let longestVarint = 10

  var wallTime: Double
  var step: Int

  /// Whether a value stays itself in single precision, NaN and infinity included, but for rounding. What would become
  /// zero or infinite in it does not.
  static func holds(_ value: Double) -> Bool {
    let single = Float(value)
    return single.isFinite == value.isFinite && single.isZero == value.isZero
  }

  /// The bytes that one value of a summary takes, key and length included.
  static func size(ofValueWithTag tagSize: Int) -> Int {
    let content = contentSize(ofValueWithTag: tagSize)
    return 1 + varintSize(content) + content
  }

  /// The most bytes that an event takes whose values take `valuesSize` together.
  static func capacity(valuesSize: Int) -> Int { 9 + 1 + longestVarint + 1 + longestVarint + valuesSize }

  /// Writes everything before the values; returns the place after it.
  @inline(__always)
  func writeHead(valuesSize: Int, to start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var place = start
    if wallTime.bitPattern != 0 {
      place.storeBytes(of: Key.wallTime, as: UInt8.self)
      place.storeBytes(of: wallTime.bitPattern.littleEndian, toByteOffset: 1, as: UInt64.self)
      place += 9
    }
    if step != 0 {
      place.storeBytes(of: Key.step, as: UInt8.self)
      // A negative number is sign-extended to 64 bits and so takes ten bytes.
      place = ScalarEncoder.writeVarint(UInt64(bitPattern: Int64(step)), to: place + 1)
    }
    place.storeBytes(of: Key.summary, as: UInt8.self)
    return ScalarEncoder.writeVarint(UInt64(valuesSize), to: place + 1)
  }

  /// Writes one value; returns the place after it.
  @inline(__always)
  static func writeValue(
    _ value: Float, tag: UnsafeRawBufferPointer, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var place = start
    place.storeBytes(of: Key.value, as: UInt8.self)
    place = writeVarint(UInt64(contentSize(ofValueWithTag: tag.count)), to: place + 1)
    if let tagStart = tag.baseAddress, tag.count > 0 {
      place.storeBytes(of: Key.tag, as: UInt8.self)
      place = writeVarint(UInt64(tag.count), to: place + 1)
      place.copyMemory(from: tagStart, byteCount: tag.count)
      place += tag.count
    }
    place.storeBytes(of: Key.simpleValue, as: UInt8.self)
    place.storeBytes(of: value.bitPattern.littleEndian, toByteOffset: 1, as: UInt32.self)
    return place + 5
  }

  @inline(__always)
  private static func contentSize(ofValueWithTag tagSize: Int) -> Int {
    (tagSize == 0 ? 0 : 1 + varintSize(tagSize) + tagSize) + 5
  }

  @inline(__always)
  private static func varintSize(_ value: Int) -> Int {
    var size = 1
    var rest = value >> 7
    while rest > 0 {
      size += 1
      rest >>= 7
    }
    return size
  }

  @inline(__always)
  private static func writeVarint(_ value: UInt64, to start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var place = start
    var rest = value
    while rest >= 0x80 {
      place.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
      place += 1
      rest >>= 7
    }
    place.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    return place + 1
  }
}
