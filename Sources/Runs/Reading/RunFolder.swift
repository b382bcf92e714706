/// What a folder holds that makes it a run.
struct RunFolder {
  /// The folders into which Keras' callback divides a run.
  static let splits = ["train", "validation"]

  /// How the names of event files begin in a run of Keras; those of the folder itself have no folder in their name.
  static let splitPrefixes = [""] + splits.map { "\($0)/" }

  /// Whether it is no folder and one event file.
  var isFile = false
  /// Whether there is a `run.json`, readable or not.
  var hasManifest: Bool
  /// The names of the event files in the order in which they were begun; of those in the folders of Keras' callback with
  /// the name of the folder before it.
  var eventFiles: [String]
  /// Whether the event files lie in the folders of Keras' callback.
  var isSplit = false
  /// The file that holds the log of the run as text, where there are no event files.
  var log: String?
  /// All logs as text that lie in the folder, where there are no event files.
  var logs: [String] = []

  var isRun: Bool { hasManifest || !eventFiles.isEmpty || log != nil }

  /// Whether it is a folder of Hugging Face's Trainer, whose checkpoints repeat the log.
  var isTrainerFolder: Bool { log.map { LogFile.stem($0) == "trainer_state" } ?? false }

  /// What the names in a folder tell.
  init(names: [String]) {
    hasManifest = names.contains(RunManifest.fileName)
    eventFiles = names.filter(EventFileName.isEventFile)
  }

  /// A run of one event file.
  init(eventFile name: String) {
    hasManifest = false
    eventFiles = [name]
    isFile = true
  }

  /// What a folder with these names holds, which is looked into if the names alone do not make it a run.
  init(names: [String], in path: String) {
    self.init(names: names)
    if hasManifest { return }
    let files = RunFolder.filesOfSplits(names: names, in: path, isAlone: eventFiles.isEmpty)
    isSplit = !files.isEmpty
    eventFiles += files
    if isRun { return }
    logs = LogFile.logs(among: names, in: path)
    log = logs.first { LogFile.isWholeRun($0) } ?? (logs.count == 1 ? logs.first { LogFile.isPlain($0) } : nil)
  }

  /// The event files of Keras' callback: of `train` and `validation`, or of `train` where there is no other folder.
  private static func filesOfSplits(names: [String], in path: String, isAlone: Bool) -> [String] {
    guard names.contains(splits[0]) else { return [] }
    if !names.contains(splits[1]) {
      let others = names.lazy.filter { $0 != splits[0] && !$0.hasPrefix(".") }
      guard isAlone, !others.contains(where: { FileSystem.kind(of: "\(path)/\($0)") == .folder }) else { return [] }
    }
    let files = splits.filter(names.contains).map { split in
      let names = (try? FileSystem.names(in: "\(path)/\(split)")) ?? []
      return names.filter(EventFileName.isEventFile).map { "\(split)/\($0)" }
    }
    return files.allSatisfy { !$0.isEmpty } ? files.flatMap { $0 } : []
  }

  /// Looks into a folder that is to be read as a run.
  ///
  /// - Throws: ``RunError`` if it is missing, is a file, cannot be read or is no run.
  ///
  /// - Parameter format: What to take it for; by default the content decides.
  init(_ path: String, format: RunFormat?) throws {
    let names = try RunFolder.names(in: path)
    self.init(names: names, in: path)
    if let format, format != .tensorboard {
      self.init(log: try RunFolder.log(of: format, among: names, in: path))
      return
    }
    if isRun, format == nil || log == nil { return }
    if logs.count == 1, format == nil { log = logs[0] }
    if isRun, format == nil { return }
    let below = names.filter { name in
      !name.hasPrefix(".")
        && ((try? FileSystem.names(in: "\(path)/\(name)"))
          .map { RunFolder(names: $0, in: "\(path)/\(name)").isRun } ?? false)
    }
    throw RunError(
      .notARun, path: path, message: RunFolder.explanation(isEmpty: names.isEmpty, runs: logs + below))
  }

  private init(log: String) {
    hasManifest = false
    eventFiles = []
    self.log = log
  }

  /// The one file of a format.
  private static func log(of format: RunFormat, among names: [String], in path: String) throws -> String {
    let files = names.filter { LogFile.isCandidate($0) && LogFile.format(ofFileNamed: $0) == format }
    let plain = files.filter { LogFile.isPlain($0) }
    if files.count == 1 { return files[0] }
    if plain.count == 1 { return plain[0] }
    let found = files.isEmpty ? "no file" : "\(files.count) files"
    throw RunError(
      .notARun, path: path, message: "holds \(found) of the format \(format.rawValue). Give the file itself.")
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

  private static func explanation(isEmpty: Bool, runs: [String]) -> String {
    if isEmpty { return "is empty, so there is no run to read. Give a folder that a program logged to." }
    let finding =
      "holds neither \(RunManifest.fileName) nor event files (*tfevents*) nor one log (CSV or JSON lines with a step)."
    if runs.isEmpty { return "\(finding) Give the folder of one run." }
    let some = runs.prefix(5).joined(separator: ", ") + (runs.count > 5 ? ", …" : "")
    return "\(finding) Give one of the runs in it: \(some)."
  }
}
