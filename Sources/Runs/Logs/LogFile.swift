/// Files that hold the log of a run as text.
package enum LogFile {
  /// Names of logs that say nothing of their run: it bears the name of their folder.
  private static let plainNames: Set<String> = [
    "metrics", "log", "logs", "training", "training_log", "history", "progress", "trainer_state",
  ]

  /// Whether a file of this name may be a log.
  static func isCandidate(_ name: String) -> Bool {
    let name = withoutGzip(name)
    return !name.hasPrefix(".")
      && (name.hasSuffix(".csv") || name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
        || name == "trainer_state.json")
  }

  /// The form of which a file of this name is.
  static func format(ofFileNamed name: String) -> RunFormat {
    let name = withoutGzip(name)
    if name.hasSuffix(".csv") { return .csv }
    return name == "trainer_state.json" ? .trainerState : .jsonLines
  }

  /// The name without the endings of its form: `metrics` of `metrics.csv.gz`.
  static func stem(_ name: String) -> String {
    let name = withoutGzip(name)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether a log is that of its folder, whatever else is there: Lightning's and Hugging Face's.
  static func isWholeRun(_ name: String) -> Bool { ["metrics", "trainer_state"].contains(stem(name)) }

  /// Whether the run of a log that is alone in its folder bears the name of the folder.
  static func isPlain(_ name: String) -> Bool { plainNames.contains(stem(name).lowercased()) }

  /// The logs among the files of a folder, by a look at their beginnings.
  static func logs(among names: [String], in folder: String) -> [String] {
    names.filter { isCandidate($0) && beginsAsLog("\(folder)/\($0)", name: $0) }
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameter format: The form; by default it is told from the content.
  /// - Returns: `nil` if the bytes are no log of that form.
  package static func read(_ bytes: UnsafeRawBufferPointer, format: RunFormat? = nil) -> LogContents? {
    switch format {
    case .csv: CSVLog.read(bytes) ?? CSVLog.read(bytes, requiresStep: false)
    case .jsonLines: JSONLog.readArray(bytes) ?? JSONLog.readLines(bytes)
    case .trainerState: JSONLog.readTrainerState(bytes)
    case .tensorboard: nil
    case nil:
      switch bytes.first(where: { $0 > 0x20 }) {
      case UInt8(ascii: "["): JSONLog.readArray(bytes)
      case UInt8(ascii: "{"):
        JSONLog.isFirstLineAnEntry(bytes)
          ? JSONLog.readLines(bytes) : JSONLog.readTrainerState(bytes) ?? JSONLog.readLinesIfAny(bytes)
      default: CSVLog.read(bytes)
      }
    }
  }

  private static func withoutGzip(_ name: String) -> String { name.hasSuffix(".gz") ? String(name.dropLast(3)) : name }

  private static func beginsAsLog(_ path: String, name: String) -> Bool {
    guard let file = try? OpenFile(path, .read), (try? file.size()) != nil else { return false }
    if withoutGzip(name) == "trainer_state.json" { return true }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = bytes.withUnsafeMutableBytes { (try? file.read(into: $0, at: 0)) ?? 0 }
    bytes.removeLast(bytes.count - count)
    if GzipFile.isCompressed(bytes) {
      bytes = bytes.withUnsafeBytes { GzipFile.inflate($0, limit: 1 << 14).bytes }
    }
    return bytes.withUnsafeBytes { bytes in
      bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? JSONLog.isFirstLineAnEntry(bytes) : CSVLog.isLog(bytes)
    }
  }
}
