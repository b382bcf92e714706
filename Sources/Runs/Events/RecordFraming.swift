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
    let size = headSize + payload.count + tailSize
    bytes += [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let place = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      payload.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: place + headSize, count: $0.count).copyMemory(from: $0)
      }
      close(place, payloadSize: payload.count)
      count = size
    }
  }

  /// Puts the frame around a payload that stands at `place + headSize` already.
  @inline(__always)
  static func close(_ place: UnsafeMutableRawPointer, payloadSize: Int) {
    place.storeBytes(of: UInt64(payloadSize).littleEndian, as: UInt64.self)
    let ofLength = CRC32C.masked(UnsafeRawBufferPointer(start: place, count: 8))
    place.storeBytes(of: ofLength.littleEndian, toByteOffset: 8, as: UInt32.self)
    let ofPayload = CRC32C.masked(UnsafeRawBufferPointer(start: place + headSize, count: payloadSize))
    place.storeBytes(of: ofPayload.littleEndian, toByteOffset: headSize + payloadSize, as: UInt32.self)
  }
}
