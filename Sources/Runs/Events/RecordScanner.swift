/// Walks the records of an event file in memory without copying them.
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
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next finding and the offset of its record, or `nil` at the end.
  mutating func next() -> (offset: Int, finding: Finding)? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let finding = scan()
    return (start, finding)
  }

  private mutating func scan() -> Finding {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
    guard rest.count >= RecordFraming.headSize else { return end(with: .tornTail) }
    let length = UInt64(littleEndian: rest.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    guard checksum(in: rest, at: 8) == CRC32C.masked(UnsafeRawBufferPointer(rebasing: rest[..<8])) else {
      return end(with: .damagedLength)
    }
    guard length <= RecordFraming.payloadLimit else { return end(with: .damagedLength) }
    let space = rest.count - RecordFraming.headSize - RecordFraming.tailSize
    guard let count = Int(exactly: length), count <= space else { return end(with: .tornTail) }
    let payloadEnd = RecordFraming.headSize + count
    offset += payloadEnd + RecordFraming.tailSize
    let payload = UnsafeRawBufferPointer(rebasing: rest[RecordFraming.headSize..<payloadEnd])
    return checksum(in: rest, at: payloadEnd) == CRC32C.masked(payload) ? .record(payload: payload) : .damagedPayload
  }

  private mutating func end(with finding: Finding) -> Finding {
    offset = bytes.count
    return finding
  }

  private func checksum(in bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
