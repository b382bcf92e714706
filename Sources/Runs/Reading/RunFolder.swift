/// What a folder holds that makes it a run.
struct RunFolder {
  /// Whether there is a `run.json`, readable or not.
  var hasManifest: Bool
  /// The names of the event files in the order in which they were begun.
  var eventFiles: [String]

  var isRun: Bool { hasManifest || !eventFiles.isEmpty }

  init(names: [String]) {
    hasManifest = names.contains(RunManifest.fileName)
    eventFiles = names.filter(EventFileName.isEventFile)
  }

  /// Looks into a folder that is to be read as a run.
  ///
  /// - Throws: ``RunError`` if it is missing, is a file, cannot be read or is no run.
  init(_ path: String) throws {
    let names = try RunFolder.names(in: path)
    self.init(names: names)
    if isRun { return }
    let below = names.filter { name in
      !name.hasPrefix(".")
        && ((try? FileSystem.names(in: "\(path)/\(name)")).map { RunFolder(names: $0).isRun } ?? false)
    }
    throw RunError(.notARun, path: path, message: RunFolder.explanation(isEmpty: names.isEmpty, runsBelow: below))
  }

  /// The names in a folder, with an error for a person if there is none.
  static func names(in path: String) throws -> [String] {
    if let kind = FileSystem.kind(of: path), kind != .folder {
      throw RunError(.wrongKind, path: path, message: "is a file. Give the folder that holds the run instead.")
    }
    do throws(SystemFailure) {
      return try FileSystem.names(in: path)
    } catch {
      throw error.onReading(path)
    }
  }

  /// The status that a manifest tells, corrected where the writer died without a word.
  static func status(of manifest: RunManifest, in path: String) -> RunStatus {
    manifest.status == .running && !FolderLock.isHeld(in: path) ? .interrupted : manifest.status
  }

  private static func explanation(isEmpty: Bool, runsBelow: [String]) -> String {
    if isEmpty { return "is empty, so there is no run to read. Give a folder that a program logged to." }
    let finding = "holds neither \(RunManifest.fileName) nor event files (*tfevents*)."
    if runsBelow.isEmpty { return "\(finding) Give the folder of one run." }
    let some = runsBelow.prefix(5).joined(separator: ", ") + (runsBelow.count > 5 ? ", …" : "")
    return "\(finding) Give one of the runs in it: \(some)."
  }
}
