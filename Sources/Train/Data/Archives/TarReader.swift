/// Reads a tar archive from its beginning to its end, a file at a time, and writes nothing to disk.
///
/// What an unpacking program would have to fear is passed over with a note: absolute paths, paths with `..`, links and
/// devices. A cut archive, a wrong checksum and a limit exceeded are errors.
final class TarReader {
  /// A regular file of the archive.
  struct Entry {
    var path: String
    var size: Int
  }

  /// What was passed over.
  private(set) var notes = ReadingNotes()

  private let reader: BufferedReader
  private let file: String
  private let limits: ArchiveLimits
  /// The bytes of the current file that were not read, its padding included.
  private var rest = 0
  private var current = Entry(path: "", size: 0)
  private var entries = 0
  private var header: [UInt8] = []

  /// - Parameter file: The archive's name, for messages.
  init(_ source: any ByteSource, file: String, limits: ArchiveLimits) {
    reader = BufferedReader(source)
    self.file = file
    self.limits = limits
  }

  /// The next regular file whose path stays below the root; nil at the end.
  func next() throws -> Entry? {
    var longName: String?
    var pax: PaxHeader?
    while true {
      try skipRest()
      let start = reader.offset
      guard try readHeader() else { return nil }
      let found = try malformed(at: start) { () throws(TarHeader.Malformed) in try TarHeader(header) }
      let size = pax?.size ?? found.size
      try announce(size)
      switch found.type {
      case UInt8(ascii: "L"):
        longName = String(decoding: try metadata(size).prefix { $0 != 0 }, as: UTF8.self)
      case UInt8(ascii: "x"):
        let bytes = try metadata(size)
        pax = try malformed(at: start) { () throws(TarHeader.Malformed) in try PaxHeader(bytes) }
      case UInt8(ascii: "g"), UInt8(ascii: "K"):
        break
      default:
        let path = pax?.path ?? longName ?? String(decoding: found.path, as: UTF8.self)
        (longName, pax) = (nil, nil)
        guard accepts(path, type: found.type) else { continue }
        current = Entry(path: path, size: size)
        return current
      }
    }
  }

  /// Reads the content of the file that ``next()`` returned last.
  func readContent(into bytes: inout [UInt8]) throws {
    try limits.requireFile(of: current.size, named: current.path, in: file)
    bytes.removeAll(keepingCapacity: true)
    try reader.append(current.size, to: &bytes)
    rest -= bytes.count
    if bytes.count < current.size { throw cut() }
  }

  /// Whether there is a header; false at the two blocks of zeros that end an archive, after which all is read to the end
  /// so that its checksum is checked.
  private func readHeader() throws -> Bool {
    try readBlock()
    guard TarHeader.isZero(header) else { return true }
    try readBlock()
    guard TarHeader.isZero(header) else {
      throw damaged(at: reader.offset - TarHeader.blockSize, "a single block of zeros stands between two files")
    }
    while try reader.skip(1 << 20) > 0 { try limits.requireTotal(reader.offset, in: file) }
    return false
  }

  private func readBlock() throws {
    header.removeAll(keepingCapacity: true)
    try reader.append(TarHeader.blockSize, to: &header)
    if header.count < TarHeader.blockSize { throw cut() }
  }

  /// Checks the content that a header announces before any of it is read.
  private func announce(_ size: Int) throws {
    entries += 1
    try limits.requireCount(entries, in: file)
    try limits.requireTotal(size, in: file)
    rest = (size + TarHeader.blockSize - 1) / TarHeader.blockSize * TarHeader.blockSize
    try limits.requireTotal(reader.offset + rest, in: file)
  }

  private func skipRest() throws {
    if try reader.skip(rest) < rest { throw cut() }
    rest = 0
  }

  /// The content of a long name or a pax header.
  private func metadata(_ size: Int) throws -> [UInt8] {
    guard size <= 1 << 16 else {
      throw damaged(at: reader.offset, "a name or pax header of \(size) bytes is announced; at most 65536 make sense")
    }
    var bytes: [UInt8] = []
    try reader.append(size, to: &bytes)
    if bytes.count < size { throw cut() }
    rest -= size
    return bytes
  }

  private func accepts(_ path: String, type: UInt8) -> Bool {
    switch type {
    case UInt8(ascii: "5"): return false
    case UInt8(ascii: "0"): break
    case UInt8(ascii: "1"), UInt8(ascii: "2"):
      notes.add("\(ArchivePath.shown(path)) is a link and was passed over")
      return false
    default:
      notes.add("\(ArchivePath.shown(path)) is no regular file and was passed over")
      return false
    }
    if ArchivePath.components(of: path) == nil {
      notes.add("\(ArchivePath.shown(path)) leads out of the archive and was passed over")
      return false
    }
    return true
  }

  private func malformed<Result>(
    at offset: Int, _ body: () throws(TarHeader.Malformed) -> Result
  ) throws -> Result {
    do throws(TarHeader.Malformed) {
      return try body()
    } catch { throw damaged(at: offset, error.finding) }
  }

  private func damaged(at offset: Int, _ finding: String) -> TrainError {
    TrainError(damaged: file, at: offset, of: "the tar archive", finding)
  }

  private func cut() -> TrainError { damaged(at: reader.offset, "the content breaks off before its end") }
}
