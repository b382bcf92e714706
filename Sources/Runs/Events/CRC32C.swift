internal import CChecksum

/// CRC-32C (Castagnoli) as event files use it.
enum CRC32C {
  /// The checksum of some bytes.
  @inline(__always)
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 { ll_crc32c(bytes.baseAddress, bytes.count) }

  /// The checksum turned by 15 bits and offset, so that checksums of data that holds checksums stay sound.
  @inline(__always)
  static func masked(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let crc = checksum(bytes)
    return (crc >> 15 | crc << 17) &+ 0xA282_EAD8
  }
}
