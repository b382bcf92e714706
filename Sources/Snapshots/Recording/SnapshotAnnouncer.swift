package import Foundation
internal import Plot

/// Writes which references this process compares with, for ``SnapshotRun``.
package final class SnapshotAnnouncer: Sendable {
  package static let shared = SnapshotAnnouncer()

  private let arguments: [String]
  private let files = Locked<[URL: FileHandle]>([:])

  /// - Parameter endsWithProcess: Whether the end is announced when the process ends.
  init(arguments: [String] = CommandLine.arguments, endsWithProcess: Bool = true) {
    self.arguments = arguments
    if endsWithProcess { atexit { SnapshotAnnouncer.shared.end() } }
  }

  /// Announces a reference; once more costs nothing but a line. What cannot be written is not announced, and not pruned.
  package func announce(_ reference: URL, test: String) {
    guard let package = PackageFolder.of(reference) else { return }
    files.withLock { files in
      guard let file = files[package] ?? begin(in: package) else { return }
      files[package] = file
      write(SnapshotRun.Announcement(reference: PackageFolder.path(of: reference), test: test), to: file)
    }
  }

  private func begin(in package: URL) -> FileHandle? {
    let manager = FileManager.default
    let folder = SnapshotRun.folder(in: package)
    let (library, isFull) = Self.kind(of: arguments)
    if isFull {
      let old = (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
      for file in old where file.lastPathComponent.hasPrefix("\(library)-") { try? manager.removeItem(at: file) }
    }
    let file = folder.appending(path: "\(library)-\(ProcessInfo.processInfo.processIdentifier).jsonl")
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      write(SnapshotRun.Start(library: library, isFull: isFull, time: Date().timeIntervalSince1970), to: handle)
      return handle
    } catch {
      return nil
    }
  }

  /// Announces that the run came to its end.
  func end() {
    files.withLock { for file in $0.values { write(SnapshotRun.End(isComplete: true), to: file) } }
  }

  private func write(_ line: some Encodable, to file: FileHandle) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(line) else { return }
    try? file.write(contentsOf: json + [UInt8(ascii: "\n")])
  }

  /// The library that runs the tests, and whether it runs all of them, from the arguments that `swift test` gives it.
  static func kind(of arguments: [String]) -> (library: String, isFull: Bool) {
    guard arguments.contains("swift-testing") else { return ("xctest", arguments.count == 1) }
    let isFiltered = arguments.contains { argument in
      ["--filter", "--skip"].contains { argument == $0 || argument.hasPrefix("\($0)=") }
    }
    return ("swift-testing", !isFiltered)
  }
}
