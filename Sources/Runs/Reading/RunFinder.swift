#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Looks for runs in a folder and below it.
struct RunFinder {
  private let root: URL
  private var found: [(folder: URL, path: String, contents: RunFolder?)] = []

  init(root: URL) { self.root = root }

  mutating func find() throws -> [RunListing] {
    visit(root, path: "", names: try RunFolder.names(in: root.path))
    let found = found.sorted { NaturalOrder.precedes($0.path, $1.path) }
    return Parallel.map(found.count) {
      RunFinder.listing(found[$0].folder, path: found[$0].path, found[$0].contents)
    }
  }

  private mutating func visit(_ folder: URL, path: String, names: [String]) {
    let contents = RunFolder(names: names, in: folder.path)
    if contents.isRun {
      let shown = path.isEmpty ? folder.standardizedFileURL.lastPathComponent : path
      found.append((folder, shown, contents))
    }
    if contents.hasManifest || contents.isSplit || contents.isTrainerFolder { return }
    if !contents.isRun { addLogs(contents.logs, in: folder, path: path) }
    for name in names where !name.hasPrefix(".") {
      let below = folder.appending(path: name, directoryHint: .isDirectory)
      // One call tells whether it is a folder: reading the names of anything else fails. Links must be asked about.
      guard FileSystem.kind(of: "\(folder.path)/\(name)", followingLinks: false) == .folder,
        let names = try? FileSystem.names(in: below.path)
      else { continue }
      visit(below, path: path.isEmpty ? name : "\(path)/\(name)", names: names)
    }
  }

  /// Logs that lie side by side in one folder are a run each.
  private mutating func addLogs(_ names: [String], in folder: URL, path: String) {
    for name in names {
      let file = folder.appending(path: name, directoryHint: .notDirectory)
      found.append((file, path.isEmpty ? name : "\(path)/\(name)", nil))
    }
  }

  /// - Parameter contents: What the folder holds; `nil` for a log that is a file.
  private static func listing(_ folder: URL, path: String, _ contents: RunFolder?) -> RunListing {
    guard let contents else {
      var run = listing(folder, path: path, eventFiles: [])
      run.manifest.name = LogFile.stem(folder.lastPathComponent)
      return run
    }
    do {
      guard contents.hasManifest else { return listing(folder, path: path, eventFiles: contents.eventFiles) }
      let manifest = try RunManifest(readingFrom: folder.path).named(after: folder)
      return RunListing(
        folder: folder, path: path, manifest: manifest, hasManifest: true,
        status: RunFolder.status(of: manifest, in: folder.path))
    } catch {
      var result = listing(folder, path: path, eventFiles: contents.eventFiles)
      let message = (error as? RunError)?.message ?? "\(error)"
      result.problem = Diagnostic(.error, file: RunManifest.fileName, message: message)
      return result
    }
  }

  /// A run of another program: its name and, from the name of its first event file, when it began.
  private static func listing(_ folder: URL, path: String, eventFiles: [String]) -> RunListing {
    let seconds = eventFiles.lazy.compactMap { EventFileName.seconds(in: $0) }.min()
    var manifest = RunManifest(
      startTime: seconds.map { Date(timeIntervalSince1970: Double($0)) }, command: []
    ).named(after: folder)
    manifest.status = .unknown
    return RunListing(folder: folder, path: path, manifest: manifest, hasManifest: false, status: .unknown)
  }
}
