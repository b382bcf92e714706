internal import CDeflate
package import Foundation

/// Tells whether a file is still the one that it was: its length and two checksums, not meant against forgery.
package struct ContentDigest: Sendable, Hashable {
  /// Hexadecimal: CRC-32, Adler-32 and length.
  package let text: String

  /// Of these bytes.
  package init(_ data: Data) {
    let (crc, adler) = data.withUnsafeBytes {
      (libdeflate_crc32(0, $0.baseAddress, $0.count), libdeflate_adler32(1, $0.baseAddress, $0.count))
    }
    text = [UInt(crc), UInt(adler), UInt(data.count)].map { String($0, radix: 16) }.joined(separator: "-")
  }

  /// Of a file; `nil` when there is none that can be read.
  package init?(of file: URL) {
    guard let bytes = try? ReferenceFile.bytes(of: file) else { return nil }
    self.init(Data(bytes))
  }
}
