/// Files that may be compressed by gzip.
package enum GzipFile {
  /// How many bytes a compressed file may hold, so that a small one cannot fill the memory: 1 GiB.
  package static let limit = 1 << 30

  /// Whether bytes begin as a gzip file does.
  package static func isCompressed(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// What a compressed file holds, and what is wrong with it: of a file that is damaged or cut the part before.
  ///
  /// - Parameter limit: How many bytes are inflated at most.
  package static func inflate(_ bytes: UnsafeRawBufferPointer, limit: Int = limit) -> (bytes: [UInt8], finding: String?)
  {
    var content: [UInt8] = []
    do {
      let inflater = try Inflater(.gzip)
      var rest = bytes
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      var isBetweenMembers = false
      while !rest.isEmpty {
        if isBetweenMembers, !isCompressed(rest) { break }
        let step = try buffer.withUnsafeMutableBytes { try inflater.inflate(rest, into: $0) }
        rest = UnsafeRawBufferPointer(rebasing: rest[step.consumed...])
        content += buffer[..<step.produced]
        if content.count > limit {
          return (Array(content[..<limit]), "holds more than \(limit) bytes; the rest is not read")
        }
        isBetweenMembers = step.isLast
        if step.isLast { inflater.reset() }
        if step.consumed == 0, step.produced == 0 { break }
      }
      return (content, isBetweenMembers ? nil : "breaks off: the end of the compressed content is missing")
    } catch {
      let finding = (error as? Inflater.Failure)?.finding ?? "\(error)"
      return (content, "is damaged (zlib: \(finding)); what comes before the damage is read")
    }
  }
}
