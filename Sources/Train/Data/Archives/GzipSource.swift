internal import Runs

/// The inflated content of a gzip file, of one member or several.
final class GzipSource: ByteSource {
  private let compressed: any ByteSource
  private let file: String
  private let inflater: Inflater
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var pending = 0..<0
  /// The number of compressed bytes that were inflated.
  private var offset = 0
  private var memberHasBegun = false
  private var members = 0

  /// - Parameter file: The file's name, for messages.
  init(_ compressed: any ByteSource, file: String) throws {
    self.compressed = compressed
    self.file = file
    do {
      inflater = try Inflater(.gzip)
    } catch let failure as Inflater.Failure { throw TrainError(.dataFile, "\(file): \(failure.finding).") }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      if pending.isEmpty { try refill() }
      if !memberHasBegun {
        if try isAtEnd() { return 0 }
        memberHasBegun = true
      }
      if pending.isEmpty {
        throw TrainError(damaged: file, at: offset, "the compressed content breaks off: its end is missing")
      }
      let step = try inflate(into: buffer)
      pending = pending.lowerBound + step.consumed..<pending.upperBound
      offset += step.consumed
      if step.isLast {
        members += 1
        memberHasBegun = false
        inflater.reset()
      }
      if step.produced > 0 { return step.produced }
    }
  }

  private func refill() throws {
    let count = try input.withUnsafeMutableBytes { try compressed.read(into: $0) }
    pending = 0..<count
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws -> Inflater.Step {
    do {
      return try input.withUnsafeBytes { bytes throws(Inflater.Failure) in
        try inflater.inflate(UnsafeRawBufferPointer(rebasing: bytes[pending]), into: buffer)
      }
    } catch let failure as Inflater.Failure {
      throw TrainError(damaged: file, at: offset, "the compressed content is damaged (zlib: \(failure.finding))")
    }
  }

  /// Between two members: whether nothing but padding with zeros follows.
  private func isAtEnd() throws -> Bool {
    if pending.isEmpty, members > 0 { return true }
    guard members > 0, input[pending.lowerBound] == 0 else { return false }
    while !pending.isEmpty {
      guard input[pending].allSatisfy({ $0 == 0 }) else {
        throw TrainError(damaged: file, at: offset, "bytes follow the padding after the compressed content")
      }
      offset += pending.count
      try refill()
    }
    return true
  }
}
