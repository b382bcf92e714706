/// The frame around each record of an event file, little-endian: length (8 bytes), masked checksum of the length (4),
/// payload, masked checksum of the payload (4). There is no header and no index.
enum RecordFraming {
  /// The bytes before the payload.
  static let headSize = 12
  /// The bytes after the payload.
  static let tailSize = 4

  /// The longest payload that can be an event: a message of Protocol Buffers has less than 2 GiB.
  static let payloadLimit: UInt64 = 1 << 31

  /// The length of the payload of the record at the start of some bytes, which hold its head; `nil` if its checksum is
  /// wrong or no record can be that long.
  @inline(__always)
  static func payloadSize(atStartOf bytes: UnsafeRawBufferPointer) -> Int? {
    let length = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    let checksum = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard checksum == CRC32C.masked(UnsafeRawBufferPointer(rebasing: bytes[..<8])), length <= payloadLimit else {
      return nil
    }
    return Int(length)
  }

  /// Adds a payload in its frame.
  static func append(_ payload: [UInt8], to bytes: inout [UInt8]) {
    payload.withUnsafeBytes { payload in
      withUnsafeBytes(of: UInt64(payload.count).littleEndian) { length in
        bytes.append(contentsOf: length)
        append(CRC32C.masked(length), to: &bytes)
      }
      bytes.append(contentsOf: payload)
      append(CRC32C.masked(payload), to: &bytes)
    }
  }

  private static func append(_ checksum: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
