package import Foundation
internal import Plot

/// What a test drew and nobody has looked at yet, beside the reference that it would replace.
///
/// For the reference `S.t.png` there are `S.t.pending.png`, what was drawn, and `S.t.pending.png.json`, which says what the
/// reference was when the test compared with it. Both are files to be ignored by Git: `*.pending.*`.
package struct PendingSnapshot: Sendable, Hashable {
  /// The content of the JSON file.
  package struct Record: Codable, Sendable, Hashable {
    /// The version of the format: 1.
    package var version = 1
    /// The test with its suites and the snapshot's name: `LossTests.themes.dark`.
    package var snapshot: String
    /// The file of the test and the line, as the compiler saw them.
    package var source: String
    /// What was found, in a few lines.
    package var reason: String
    /// The ``ContentDigest`` of the reference that the test compared with; `nil` when there was none.
    package var referenceDigest: String?
    /// The ``ContentDigest`` of what was drawn.
    package var actualDigest: String
  }

  /// The reference that it would become.
  package let reference: URL
  /// What its test left with it.
  package let record: Record

  /// What was drawn.
  package var file: URL { Self.file(for: reference) }
  /// Picture, scene or text of a PDF; `nil` for another ending.
  package var format: SnapshotFormat? { Self.format(of: reference) }

  // MARK: Places

  /// Where the pending file of a reference is.
  package static func file(for reference: URL) -> URL {
    let name = reference.lastPathComponent
    let ending = format(of: reference)?.ending ?? reference.pathExtension
    let stem = name.dropLast(ending.count + 1)
    return reference.deletingLastPathComponent().appending(path: "\(stem).pending.\(ending)")
  }

  /// The format that the ending of a reference names.
  package static func format(of reference: URL) -> SnapshotFormat? {
    SnapshotFormat.allCases.first { reference.lastPathComponent.hasSuffix(".\($0.ending)") }
  }

  private static func recordFile(for reference: URL) -> URL {
    let file = file(for: reference)
    return file.deletingLastPathComponent().appending(path: file.lastPathComponent + ".json")
  }

  // MARK: Writing

  /// Writes what was drawn, and its record after it.
  ///
  /// - Parameter referenceDigest: Of the reference that was compared with; `nil` when there was none.
  /// - Throws: ``PlotError/Code/unwritableFile``, or what the file manager throws when the folder cannot be made.
  package static func write(
    _ bytes: [UInt8], reference: URL, referenceDigest: String?, snapshot: String, source: String, reason: String
  ) throws {
    let record = Record(
      snapshot: snapshot, source: source, reason: reason, referenceDigest: referenceDigest,
      actualDigest: ContentDigest(Data(bytes)).text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = Array(try encoder.encode(record)) + [UInt8(ascii: "\n")]
    try FileManager.default.createDirectory(
      at: reference.deletingLastPathComponent(), withIntermediateDirectories: true)
    try OutputFile.write(bytes, to: file(for: reference))
    try OutputFile.write(json, to: recordFile(for: reference))
  }

  /// Removes what is pending for a reference; nothing happens when nothing is.
  package static func remove(for reference: URL) throws {
    for file in [recordFile(for: reference), file(for: reference)] {
      do { try FileManager.default.removeItem(at: file) } catch CocoaError.fileNoSuchFile {}
    }
  }

  // MARK: Reading

  /// All pending snapshots below a folder, by path.
  ///
  /// - Parameter report: Is told of files that look pending and cannot be read, a sentence each.
  package static func all(below folder: URL, report: (String) -> Void = { _ in }) -> [PendingSnapshot] {
    let suffix = ".json"
    guard let list = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else { return [] }
    var paths: [String] = []
    for case let path as String in list {
      let name = path.split(separator: "/").last ?? ""
      if name == ".build" || name == ".git" { list.skipDescendants() }
      if name.contains(".pending."), name.hasSuffix(suffix) { paths.append(path) }
    }
    return paths.sorted().compactMap { path in
      let file = folder.appending(path: path)
      guard let bytes = try? ReferenceFile.bytes(of: file),
        let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)), record.version == 1
      else {
        report(
          "\(file.path(percentEncoded: false)) is no record of a pending snapshot; remove it and run the tests again.")
        return nil
      }
      let name = file.lastPathComponent.dropLast(suffix.count).replacing(".pending.", with: ".", maxReplacements: 1)
      return PendingSnapshot(reference: file.deletingLastPathComponent().appending(path: name), record: record)
    }
  }

  // MARK: Deciding

  /// Puts what was drawn into the reference's place.
  ///
  /// - Throws: ``PendingSnapshotError`` when reference or pending file are no longer what the test saw.
  package func accept() throws {
    let current = ContentDigest(of: reference)?.text
    guard current == record.referenceDigest else {
      throw PendingSnapshotError(
        "\(reference.path(percentEncoded: false)) was changed since its test ran; run the test again, then look at it.")
    }
    let bytes: [UInt8]
    do { bytes = try ReferenceFile.bytes(of: file) } catch {
      throw PendingSnapshotError("\(file.path(percentEncoded: false)) \(error.description).")
    }
    guard ContentDigest(Data(bytes)).text == record.actualDigest else {
      throw PendingSnapshotError(
        "\(file.path(percentEncoded: false)) is not what the test drew; run the test again, then look at it.")
    }
    try OutputFile.write(bytes, to: reference)
    try Self.remove(for: reference)
  }

  /// Removes what was drawn; the reference stays as it is.
  package func reject() throws { try Self.remove(for: reference) }
}

/// Why a pending snapshot was not accepted.
package struct PendingSnapshotError: Error, CustomStringConvertible {
  /// A sentence that names the file and the remedy.
  package let description: String

  init(_ description: String) { self.description = description }
}
