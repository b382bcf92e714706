internal import CZlib

/// A stream that is being inflated by zlib.
package final class Inflater {
  /// What surrounds the compressed bytes.
  package enum Wrapper: CInt {
    /// A gzip header and trailer, whose checksum and length zlib checks.
    case gzip = 31
    /// Nothing, as in a zip file.
    case none = -15
  }

  /// What zlib did not like, in words that follow a position.
  package struct Failure: Error {
    package let finding: String
  }

  /// How far one call came.
  package struct Step {
    package var consumed: Int
    package var produced: Int
    /// Whether the stream is at its end, its checksum included.
    package var isLast: Bool
  }

  // zlib's state points back at this, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  package init(_ wrapper: Wrapper) throws {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(stream, wrapper.rawValue, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw Failure(finding: "zlib could not start (status \(status))")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins another stream.
  package func reset() { inflateReset(stream) }

  /// Inflates as much as input and output allow.
  package func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(Failure) -> Step {
    let input = UnsafeRawBufferPointer(rebasing: input.prefix(1 << 30))
    let output = UnsafeMutableRawBufferPointer(rebasing: output.prefix(1 << 30))
    // zlib only reads through this pointer.
    let inputStart = UnsafeMutableRawPointer(mutating: input.baseAddress)
    stream.pointee.next_in = inputStart?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = CUnsignedInt(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = CUnsignedInt(output.count)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw Failure(finding: stream.pointee.msg.map { String(cString: $0) } ?? "zlib refused with status \(status)")
    }
    return Step(
      consumed: input.count - Int(stream.pointee.avail_in), produced: output.count - Int(stream.pointee.avail_out),
      isLast: status == Z_STREAM_END)
  }

  /// The checksum that zip files keep.
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
