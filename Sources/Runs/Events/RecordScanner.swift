/// Walks the records in a stretch of an event file without copying them.
struct RecordScanner {
  /// What was found at one place of the file.
  enum Finding {
    /// A sound record.
    case record(payload: UnsafeRawBufferPointer)
    /// The payload's checksum is wrong; the record is passed over and the walk goes on after it.
    case damagedPayload
    /// The length is not what was written or is impossible, so nothing tells where the next record begins; the walk ends.
    case damagedLength
    /// The file ends before the record does; the walk ends.
    case tornTail
    /// The stretch ends before the record does and the file goes on; the walk stays here.
    case incomplete(recordSize: Int)
  }

  private let bytes: UnsafeRawBufferPointer
  private let remaining: Int

  /// Where the next record begins, counted from the start of the stretch.
  private(set) var offset = 0

  /// - Parameters:
  ///   - bytes: The stretch; it begins at a record.
  ///   - remaining: How many bytes the file has after the stretch.
  init(_ bytes: UnsafeRawBufferPointer, remaining: Int = 0) {
    self.bytes = bytes
    self.remaining = remaining
  }

  /// The next finding and the offset of its record, or `nil` at the end.
  @inline(__always)
  mutating func next() -> (offset: Int, finding: Finding)? {
    guard offset < bytes.count else { return nil }
    let start = offset
    return (start, scan())
  }

  @inline(__always)
  private mutating func scan() -> Finding {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
    guard rest.count >= RecordFraming.headSize else {
      return rest.count + remaining < RecordFraming.headSize
        ? .tornTail : .incomplete(recordSize: RecordFraming.headSize)
    }
    guard let count = RecordFraming.payloadSize(atStartOf: rest) else { return .damagedLength }
    let size = RecordFraming.headSize + count + RecordFraming.tailSize
    guard size <= rest.count else { return size > rest.count + remaining ? .tornTail : .incomplete(recordSize: size) }
    offset += size
    let payload = UnsafeRawBufferPointer(rebasing: rest[RecordFraming.headSize..<size - RecordFraming.tailSize])
    let checksum = rest.loadUnaligned(fromByteOffset: size - RecordFraming.tailSize, as: UInt32.self)
    return UInt32(littleEndian: checksum) == CRC32C.masked(payload) ? .record(payload: payload) : .damagedPayload
  }

  /// Where the first sound record begins at or after `start`; `nil` if there is none that lies in the bytes as a whole.
  ///
  /// A record whose payload holds the bytes of another record can mislead this: whoever uses it must see that a walk from
  /// the start of the file comes by the same place.
  static func firstRecord(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    var offset = start
    while bytes.count - offset >= RecordFraming.headSize + RecordFraming.tailSize {
      // Lengths of less than 16 MiB have zeros here, and hardly any other place has.
      if bytes[offset + 3] == 0, bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self) == 0 {
        var scanner = RecordScanner(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
        if case .record = scanner.next()?.finding { return offset }
      }
      offset += 1
    }
    return nil
  }
}
