/// Bytes that come one after another: a file, its inflated content, a test's array.
protocol ByteSource: AnyObject {
  /// Fills a buffer that is not empty from its start.
  ///
  /// - Returns: The number of bytes; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes in memory.
final class MemorySource: ByteSource {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let end = min(offset + buffer.count, bytes.endIndex)
    defer { offset = end }
    buffer.copyBytes(from: bytes[offset..<end])
    return end - offset
  }
}
