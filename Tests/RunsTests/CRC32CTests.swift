import CChecksum
import Testing

@testable import Runs

@Suite struct CRC32CTests {
  /// Checksums that TensorBoard's own writer produced.
  @Test(
    arguments: [
      ([0x1A, 0x11] + Array("CRC test, one two".utf8), 0x5794_D08A),
      ([0x18, 0, 0, 0, 0, 0, 0, 0], 0x224B_7FA3),
      (
        [0x09, 0x00, 0x00, 0x80, 0x38, 0x99, 0xD6, 0xD7, 0x41, 0x1A, 0x0D] + Array("brain.Event:2".utf8),
        0xAB36_4B12
      ),
    ] as [([UInt8], UInt32)])
  func maskedChecksumIsThatOfTensorBoard(bytes: [UInt8], expected: UInt32) {
    #expect(bytes.withUnsafeBytes { CRC32C.masked($0) } == expected)
  }

  /// The check value of the catalogues, and the value of nothing.
  @Test func plainChecksumIsTheCatalogues() {
    #expect(Array("123456789".utf8).withUnsafeBytes { CRC32C.checksum($0) } == 0xE306_9283)
    #expect([UInt8]().withUnsafeBytes { CRC32C.checksum($0) } == 0)
  }

  /// The instruction and the tables must give what one bit a round gives, at every length and alignment.
  @Test func agreesWithTheDefinitionBitByBit() {
    let bytes = (0..<80).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    for start in 0..<9 {
      for end in start...bytes.count {
        let part = Array(bytes[start..<end])
        let whole = bytes.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
        #expect(whole == bitwise(part))
        #expect(bytes[start..<end].withUnsafeBytes { ll_crc32c_portable($0.baseAddress, $0.count) } == whole)
      }
    }
  }

  private func bitwise(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
    }
    return ~crc
  }
}
