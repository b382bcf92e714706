internal import Runs

/// Reads files out of a zip archive in memory, stored or deflated, as `numpy.savez` writes them.
struct ZipReader {
  /// What the directory at the archive's end says of one file.
  private struct Entry {
    var name: String
    var flags: Int
    var method: Int
    var checksum: Int
    var compressedSize: Int
    var size: Int
    var start: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private let limits: ArchiveLimits
  private var entries: [Entry] = []

  /// - Parameter file: The archive's name, for messages.
  init(_ bytes: [UInt8], file: String, limits: ArchiveLimits) throws {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    let (count, start) = try findDirectory()
    try limits.requireCount(count, in: file)
    var reader = ByteReader(bytes[start...])
    do throws(ByteReader.Cut) {
      for _ in 0..<count {
        guard let entry = try ZipReader.entry(&reader) else { break }
        entries.append(entry)
      }
    } catch { throw TrainError(damaged: file, at: bytes.count, "the directory of the zip archive is cut") }
    guard entries.count == count else {
      throw TrainError(damaged: file, at: start + reader.offset, "an entry of the zip directory is missing")
    }
  }

  /// The names of the files.
  var names: [String] { entries.map(\.name) }

  /// The content of the file with a name; nil when there is none.
  func content(of name: String) throws -> [UInt8]? {
    guard let entry = entries.last(where: { $0.name == name }) else { return nil }
    guard entry.flags & 1 == 0, entry.size != 0xFFFF_FFFF, entry.compressedSize != 0xFFFF_FFFF else {
      throw TrainError(
        .dataFile,
        "\(file): \(name) is encrypted or in the zip64 form, which cannot be read. "
          + "Save the arrays anew with numpy.savez.")
    }
    try limits.requireFile(of: entry.size, named: name, in: file)
    let content = try expand(entry)
    guard Inflater.crc32(content) == UInt32(entry.checksum) else {
      throw TrainError(damaged: file, at: entry.start, "the checksum of \(name) is wrong")
    }
    return content
  }

  /// The number of entries and the place of the directory, from the record at the end of the archive.
  private func findDirectory() throws -> (count: Int, start: Int) {
    let earliest = max(bytes.count - 22 - 0xFFFF, 0)
    var start = bytes.count - 22
    while start >= earliest {
      if bytes[start] == 0x50, bytes[start...].starts(with: [0x50, 0x4B, 5, 6]) {
        var reader = ByteReader(bytes[(start + 8)...])
        let count = try? (reader.unsigned(2), reader.unsigned(2), reader.unsigned(4), reader.unsigned(4))
        guard let (_, count, size, offset) = count, offset + size <= start else { break }
        return (count, offset)
      }
      start -= 1
    }
    throw TrainError(damaged: file, at: bytes.count, "there is no directory of a zip archive")
  }

  private static func entry(_ reader: inout ByteReader) throws(ByteReader.Cut) -> Entry? {
    guard try reader.take(4).elementsEqual([0x50, 0x4B, 1, 2]) else { return nil }
    _ = try reader.take(4)
    let (flags, method) = (try reader.unsigned(2), try reader.unsigned(2))
    _ = try reader.take(4)
    let (checksum, packed, size) = (try reader.unsigned(4), try reader.unsigned(4), try reader.unsigned(4))
    let (nameLength, extra, comment) = (try reader.unsigned(2), try reader.unsigned(2), try reader.unsigned(2))
    _ = try reader.take(8)
    let start = try reader.unsigned(4)
    let name = String(decoding: try reader.take(nameLength), as: UTF8.self)
    _ = try reader.take(extra + comment)
    return Entry(
      name: name, flags: flags, method: method, checksum: checksum, compressedSize: packed, size: size, start: start)
  }

  private func expand(_ entry: Entry) throws -> [UInt8] {
    let packed = try compressedBytes(of: entry)
    switch entry.method {
    case 0 where packed.count == entry.size: return Array(packed)
    case 8: return try inflate(packed, entry)
    default:
      throw TrainError(
        damaged: file, at: entry.start,
        "\(entry.name) is packed by method \(entry.method), and 0 (stored) and 8 (deflated) can be read")
    }
  }

  private func compressedBytes(of entry: Entry) throws -> ArraySlice<UInt8> {
    guard entry.start <= bytes.count else { throw cut(entry) }
    var reader = ByteReader(bytes[entry.start...])
    do {
      guard try reader.take(4).elementsEqual([0x50, 0x4B, 3, 4]) else {
        throw TrainError(damaged: file, at: entry.start, "the header of \(entry.name) is missing")
      }
      _ = try reader.take(22)
      let (nameLength, extra) = (try reader.unsigned(2), try reader.unsigned(2))
      _ = try reader.take(nameLength + extra)
      return try reader.take(entry.compressedSize)
    } catch is ByteReader.Cut { throw cut(entry) }
  }

  private func inflate(_ packed: ArraySlice<UInt8>, _ entry: Entry) throws -> [UInt8] {
    do {
      let inflater = try Inflater(.none)
      var isWhole = false
      let content = try [UInt8](unsafeUninitializedCapacity: entry.size + 1) { output, count in
        try packed.withUnsafeBytes { input in
          var consumed = 0
          while true {
            let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(output)[count...])
            let step = try inflater.inflate(UnsafeRawBufferPointer(rebasing: input[consumed...]), into: rest)
            consumed += step.consumed
            count += step.produced
            isWhole = step.isLast
            if step.isLast || (step.consumed == 0 && step.produced == 0) { break }
          }
        }
      }
      guard isWhole, content.count == entry.size else { throw cut(entry) }
      return content
    } catch let failure as Inflater.Failure {
      throw TrainError(damaged: file, at: entry.start, "\(entry.name) is damaged (zlib: \(failure.finding))")
    }
  }

  private func cut(_ entry: Entry) -> TrainError {
    TrainError(damaged: file, at: entry.start, "\(entry.name) is not as long as the zip directory says")
  }
}
