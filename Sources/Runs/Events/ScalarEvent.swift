/// Reads events that hold scalars and nothing else, in place: nearly all that training logs consist of.
///
/// It takes the forms that torch, tensorboardX, TensorFlow and Lossline write, with each field at most once. Whatever it
/// takes SwiftProtobuf reads the same way, which a test with random events holds it to; whatever it does not take is left
/// to SwiftProtobuf.
struct ScalarEvent: ~Copyable {
  /// One scalar of the event.
  struct Value: BitwiseCopyable {
    /// The tag as UTF-8, not checked yet.
    var tag: UnsafeRawBufferPointer
    var value: Double
  }

  private(set) var wallTime = 0.0
  private(set) var step = 0
  /// The scalars; they point into the payload.
  private(set) var values = GrowingBuffer<Value>()

  /// Reads the next event.
  ///
  /// - Returns: Whether it is of the known forms. If not, nothing here means anything.
  @inline(__always)
  mutating func read(_ payload: UnsafeRawBufferPointer) -> Bool {
    wallTime = 0
    step = 0
    values.removeAll()
    guard var cursor = ProtoCursor(payload) else { return false }
    var summary: UnsafeRawBufferPointer?
    var seen: UInt64 = 0
    while !cursor.isAtEnd {
      guard let key = cursor.key(), ScalarEvent.isFirst(key, &seen) else { return false }
      switch key {
      case 0x09:
        guard let bits = cursor.fixed(UInt64.self) else { return false }
        wallTime = Double(bitPattern: bits)
      case 0x10:
        guard let number = cursor.varint() else { return false }
        step = Int(truncatingIfNeeded: number)
      case 0x2A:
        guard let bytes = cursor.bytes() else { return false }
        summary = bytes
      default: return false
      }
    }
    guard let summary else { return false }
    return readSummary(summary)
  }

  /// Whether a field comes for the first time. Of fields that come twice the last one counts or the two are merged: that
  /// is left to SwiftProtobuf.
  @inline(__always)
  private static func isFirst(_ key: UInt8, _ seen: inout UInt64) -> Bool {
    let bit = UInt64(1) << UInt64(key & 63)
    guard key < 64 || key == 0x42 || key == 0x4A, seen & bit == 0 else { return false }
    seen |= bit
    return true
  }

  @inline(__always)
  private mutating func readSummary(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var cursor = ProtoCursor(bytes) else { return false }
    while !cursor.isAtEnd {
      guard cursor.key() == 0x0A, let value = cursor.bytes(), readValue(value) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func readValue(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var cursor = ProtoCursor(bytes), cursor.key() == 0x0A, let tag = cursor.bytes() else { return false }
    var single: UInt32?
    var tensor: UnsafeRawBufferPointer?
    var seen: UInt64 = 0
    while !cursor.isAtEnd {
      guard let key = cursor.key(), key != 0x0A, ScalarEvent.isFirst(key, &seen) else { return false }
      switch key {
      case 0x15:
        guard let bits = cursor.fixed(UInt32.self) else { return false }
        single = bits
      case 0x42:
        guard let bytes = cursor.bytes() else { return false }
        tensor = bytes
      case 0x4A:
        guard let bytes = cursor.bytes(), ScalarEvent.isOfScalar(bytes) else { return false }
      default: return false
      }
    }
    if let single, tensor == nil {
      values.append(Value(tag: tag, value: Double(Float(bitPattern: single))))
      return true
    }
    guard let tensor, single == nil, let value = ScalarEvent.number(tensor) else { return false }
    values.append(Value(tag: tag, value: value))
    return true
  }

  /// The one number of a tensor of no dimensions.
  private static func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
    guard var cursor = ProtoCursor(bytes) else { return nil }
    var type: UInt64 = 0
    var content: UnsafeRawBufferPointer?
    var contentKey: UInt8 = 0
    var seen: UInt64 = 0
    while !cursor.isAtEnd {
      guard let key = cursor.key(), isFirst(key, &seen) else { return nil }
      switch key {
      case 0x08:
        guard let number = cursor.varint() else { return nil }
        type = number
      case 0x12:
        guard let shape = cursor.bytes(), shape.isEmpty else { return nil }
      case 0x22, 0x2A, 0x32:
        guard content == nil, let bytes = cursor.bytes() else { return nil }
        content = bytes
        contentKey = key
      default: return nil
      }
    }
    guard let content else { return nil }
    switch (type, contentKey, content.count) {
    case (1, 0x22, 4), (1, 0x2A, 4):
      return Double(Float(bitPattern: UInt32(littleEndian: content.loadUnaligned(as: UInt32.self))))
    case (2, 0x22, 8), (2, 0x32, 8):
      return Double(bitPattern: UInt64(littleEndian: content.loadUnaligned(as: UInt64.self)))
    default: return nil
    }
  }
}

extension ScalarEvent {
  /// Whether metadata is that of a scalar or says nothing.
  private static func isOfScalar(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var cursor = ProtoCursor(bytes) else { return true }
    var last: UInt8 = 0
    while !cursor.isAtEnd {
      guard let key = cursor.key(), key > last else { return false }
      last = key
      switch key {
      case 0x0A:
        guard let data = cursor.bytes(), isScalarPlugin(data) else { return false }
      case 0x12, 0x1A:
        guard let text = cursor.bytes(), text.allSatisfy({ $0 < 0x80 }) else { return false }
      case 0x20:
        guard cursor.varint() != nil else { return false }
      default: return false
      }
    }
    return true
  }

  private static func isScalarPlugin(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var cursor = ProtoCursor(bytes) else { return true }
    guard cursor.key() == 0x0A, let name = cursor.bytes(), name.elementsEqual("scalars".utf8) else { return false }
    if cursor.isAtEnd { return true }
    return cursor.key() == 0x12 && cursor.bytes() != nil && cursor.isAtEnd
  }
}
