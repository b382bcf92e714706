/// Reads exact numbers of bytes from a source, through a buffer of fixed size.
final class BufferedReader {
  private let source: any ByteSource
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var pending = 0..<0

  /// The number of bytes read or skipped.
  private(set) var offset = 0

  init(_ source: any ByteSource) { self.source = source }

  /// Appends the next bytes, fewer than asked for only at the end of the source.
  func append(_ count: Int, to bytes: inout [UInt8]) throws {
    try consume(count) { bytes.append(contentsOf: $0) }
  }

  /// Passes over bytes.
  ///
  /// - Returns: How many, fewer than asked for only at the end of the source.
  @discardableResult func skip(_ count: Int) throws -> Int {
    let start = offset
    try consume(count) { _ in }
    return offset - start
  }

  private func consume(_ count: Int, _ body: (ArraySlice<UInt8>) -> Void) throws {
    var missing = count
    while missing > 0 {
      if pending.isEmpty {
        pending = 0..<(try buffer.withUnsafeMutableBytes { try source.read(into: $0) })
        if pending.isEmpty { return }
      }
      let taken = pending.prefix(missing)
      body(buffer[taken])
      pending = taken.upperBound..<pending.upperBound
      missing -= taken.count
      offset += taken.count
    }
  }
}
