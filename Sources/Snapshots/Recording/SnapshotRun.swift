package import Foundation

/// What one run of the tests announced: which references it compared with.
///
/// Each test process that takes a snapshot writes `.build/plot-snapshots/runs/<library>-<process>.jsonl` in the package of
/// the test: a line of ``Start``, a line of ``Announcement`` for each reference, and at the process' end a line of ``End``.
/// Without it the process died. A full run first removes what earlier runs of the same library announced.
package struct SnapshotRun: Sendable {
  /// The first line.
  package struct Start: Codable, Sendable {
    package var version = 1
    /// `swift-testing` or `xctest`.
    package var library: String
    /// Whether the process ran all tests of its library: no filter was given.
    package var isFull: Bool
    /// Seconds since 1970.
    package var time: Double
  }
  /// A line for each reference that a test compared with.
  package struct Announcement: Codable, Sendable, Hashable {
    /// The path below the package's folder.
    package var reference: String
    /// The test with its suites: `LossTests.themes`.
    package var test: String
  }
  /// The last line.
  package struct End: Codable, Sendable { package var isComplete: Bool }

  package let start: Start
  package let announcements: [Announcement]
  /// Whether the process came to its end.
  package let isComplete: Bool

  /// Where the runs of a package are announced.
  package static func folder(in package: URL) -> URL {
    package.appending(path: ".build/plot-snapshots/runs", directoryHint: .isDirectory)
  }

  /// The runs that were announced in a package's folder, oldest first; files that are none are left out.
  package static func all(in package: URL) -> [SnapshotRun] {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder(in: package), includingPropertiesForKeys: nil)) ?? []
    return files.compactMap(SnapshotRun.init).sorted { $0.start.time < $1.start.time }
  }

  private init?(_ file: URL) {
    guard file.pathExtension == "jsonl", let bytes = try? ReferenceFile.bytes(of: file) else { return nil }
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    guard let first = lines.first, let start = try? decoder.decode(Start.self, from: first), start.version == 1 else {
      return nil
    }
    self.start = start
    announcements = lines.dropFirst().compactMap { try? decoder.decode(Announcement.self, from: $0) }
    isComplete = lines.last.flatMap { try? decoder.decode(End.self, from: $0) }?.isComplete ?? false
  }
}
