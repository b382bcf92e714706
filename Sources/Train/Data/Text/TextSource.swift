internal import Runs

/// A folder of texts, or a .tar or .tar.gz of one, which is read without unpacking.
struct TextSource {
  let path: String
  let layout: TextLayout
  let limits: ArchiveLimits

  /// Calls `body` with every text of the layout, in no certain order.
  ///
  /// - Parameters:
  ///   - progress: Is told now and then which part of the source was read, 0 to 1.
  ///   - wanted: Which texts to read.
  /// - Returns: What was passed over.
  func read(
    progress: ((Double) -> Void)? = nil, where wanted: (TextLayout.Place) -> Bool = { _ in true },
    _ body: (TextLayout.Place, [UInt8]) throws -> Void
  ) throws -> [String] {
    if FileSystem.kind(of: path) == .folder { return try readFolder(progress, wanted, body) }
    return try readArchive(progress, wanted, body)
  }

  private func readArchive(
    _ progress: ((Double) -> Void)?, _ wanted: (TextLayout.Place) -> Bool,
    _ body: (TextLayout.Place, [UInt8]) throws -> Void
  ) throws -> [String] {
    let file = try FileSource(path)
    let isCompressed = try TextSource.isGzip(path)
    let source: any ByteSource = isCompressed ? try GzipSource(file, file: path) : file
    let archive = TarReader(source, file: path, limits: limits)
    var content: [UInt8] = []
    while let entry = try archive.next() {
      guard let components = ArchivePath.components(of: entry.path), let place = layout.place(of: components),
        wanted(place)
      else { continue }
      try archive.readContent(into: &content)
      try requireText(content, at: place)
      try body(place, content)
      progress?(Double(file.offset) / Double(max(file.size, 1)))
    }
    return archive.notes.texts
  }

  /// Whether a file begins as gzip files do.
  private static func isGzip(_ path: String) throws -> Bool {
    var magic = [UInt8](repeating: 0, count: 2)
    let count = try magic.withUnsafeMutableBytes { try FileSource(path).read(into: $0) }
    return count == 2 && magic == [0x1F, 0x8B]
  }

  private func readFolder(
    _ progress: ((Double) -> Void)?, _ wanted: (TextLayout.Place) -> Bool,
    _ body: (TextLayout.Place, [UInt8]) throws -> Void
  ) throws -> [String] {
    var notes = ReadingNotes()
    let listed = try list(&notes)
    var total = 0
    for (index, (file, place)) in listed.enumerated() where wanted(place) {
      let content = try FileSource.content(of: file) { size in
        try limits.requireFile(of: size, named: place.path, in: path)
        total += size
        try limits.requireTotal(total, in: path)
      }
      try requireText(content, at: place)
      try body(place, content)
      progress?(Double(index + 1) / Double(listed.count))
    }
    return notes.texts
  }

  private func list(_ notes: inout ReadingNotes) throws -> [(file: String, place: TextLayout.Place)] {
    let root = FileSystem.kind(of: "\(path)/aclImdb") == .folder ? "\(path)/aclImdb" : path
    var found: [(String, TextLayout.Place)] = []
    for split in layout.splits {
      for name in layout.classes {
        let folder = "\(root)/\(split)/\(name)"
        guard FileSystem.kind(of: folder) == .folder else { continue }
        do throws(SystemFailure) {
          for file in try FileSystem.names(in: folder) {
            guard let place = layout.place(of: [Substring(split), Substring(name), Substring(file)]) else { continue }
            switch FileSystem.kind(of: "\(folder)/\(file)", followingLinks: false) {
            case .file: found.append(("\(folder)/\(file)", place))
            case .link: notes.add("\(place.path) is a link and was passed over")
            default: notes.add("\(place.path) is no regular file and was passed over")
            }
          }
        } catch { throw TrainError(unreadable: folder, error) }
        try limits.requireCount(found.count, in: path)
      }
    }
    return found
  }

  private func requireText(_ bytes: [UInt8], at place: TextLayout.Place) throws {
    if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return }
    throw TrainError(
      .dataFile,
      "\(path): \(ArchivePath.shown(place.path)) is not text in UTF-8. Save it as UTF-8, for example with "
        + "iconv -t UTF-8.")
  }
}
