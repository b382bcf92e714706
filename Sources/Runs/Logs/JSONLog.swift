#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads logs of JSON objects: one a line, an array of them, or `log_history` in the `trainer_state.json` of Hugging Face.
///
/// Nested keys are joined with `/`. What is neither a number nor one of the words for NaN and infinity is no metric.
struct JSONLog: ~Copyable {
  private var contents = LogContents()
  private var rows = LogRows()
  private var stepKey: String?
  private var rowsWithoutStep = 0

  /// Reads one object a line. A line that is not sound is reported and passed over.
  static func readLines(_ bytes: UnsafeRawBufferPointer) -> LogContents {
    var log = JSONLog()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if line.contains(where: { $0 > 0x20 }) { log.readLine(line, at: start, isLast: end == bytes.count) }
      start = end + 1
    }
    return log.finish()
  }

  /// Reads one object a line; `nil` if no line has a step.
  static func readLinesIfAny(_ bytes: UnsafeRawBufferPointer) -> LogContents? {
    let contents = readLines(bytes)
    return contents.scalars.isEmpty ? nil : contents
  }

  /// Whether the first line that is not empty is an object with a step or a configuration.
  static func isFirstLineAnEntry(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
    let line = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix { $0 != 0x0A })
    var reader = JSONReader(line)
    guard case .object(let members)? = try? reader.value(), reader.isAtEnd() else { return false }
    let keys = members.map(\.key)
    if keys.contains("log_history") { return false }
    return LogKey.stepIndex(in: keys) != nil || !configKeys.isDisjoint(with: keys)
  }

  /// Reads an array of objects.
  ///
  /// - Returns: `nil` if the bytes are something else.
  static func readArray(_ bytes: UnsafeRawBufferPointer) -> LogContents? {
    var reader = JSONReader(bytes)
    guard case .array(let nodes)? = try? reader.value(), reader.isAtEnd() else { return nil }
    var log = JSONLog()
    for node in nodes { log.add(node, at: nil) }
    return log.finish()
  }

  /// Reads `trainer_state.json`.
  ///
  /// - Returns: `nil` if the bytes are no object with a `log_history`.
  static func readTrainerState(_ bytes: UnsafeRawBufferPointer) -> LogContents? {
    var reader = JSONReader(bytes)
    guard let state = try? reader.value(), case .object(let members) = state,
      case .array(let history)? = state["log_history"]
    else { return nil }
    var log = JSONLog()
    for node in history { log.add(node, at: nil) }
    log.contents.config = JSONNode.config(members.filter { trainerSettings.contains($0.key) })
    return log.finish()
  }

  /// What of a trainer's state was chosen for the run and is no result of it.
  private static let trainerSettings: Set<String> = [
    "max_steps", "num_train_epochs", "train_batch_size", "logging_steps", "eval_steps", "save_steps",
  ]
  /// Keys under which programs log their configuration in a line of its own.
  private static let configKeys: Set<String> = ["config", "hparams", "hyperparameters", "args", "params"]

  private mutating func readLine(_ line: UnsafeRawBufferPointer, at start: Int, isLast: Bool) {
    var reader = JSONReader(line)
    do throws(JSONReader.Failure) {
      let node = try reader.value()
      if !reader.isAtEnd() {
        throw JSONReader.Failure(offset: reader.offset, finding: "something follows the object")
      }
      if contents.head == nil, node[ExportHead.mark] != nil { readHead(line, at: start) }
      add(node, at: start)
    } catch {
      contents.findings.report(
        isLast ? .note : .error, at: start + error.offset,
        isLast
          ? "the file ends within a line, as it does while it is being written; the line is passed over."
          : "a line is no JSON (\(error.finding)); it is passed over.")
    }
  }

  /// Takes the first line of an export of ours.
  private mutating func readHead(_ line: UnsafeRawBufferPointer, at start: Int) {
    do {
      contents.head = try RunJSON.decoder().decode(ExportHead.self, from: Data(line))
    } catch {
      contents.findings.report(.error, at: start, "\(RunJSON.finding(of: error)) What it tells of the run is left out.")
    }
  }

  private mutating func add(_ node: JSONNode, at offset: Int?) {
    guard case .object(let members) = node else {
      return contents.findings.report(.error, at: offset, "an entry is no object; it is passed over.")
    }
    if stepKey == nil {
      stepKey = LogKey.stepIndex(in: members.map(\.key)).map { members[$0].key }
      contents.stepUnit = stepKey.map { LogKey.unit(of: $0.lowercased()) }
    }
    guard let value = members.last(where: { $0.key == stepKey })?.value, let step = value.number else {
      return addConfig(members)
    }
    guard let step = value.integer, rows.steps.count < LogRows.limit else {
      return contents.findings.report(
        .error, at: offset, "the step \(step) is no whole number; the entry is passed over.")
    }
    let times = members.lazy.filter { LogKey.times.contains($0.key) }.compactMap(\.value.number)
    rows.beginRow(step: step, wallTime: LogKey.wallTime(times.first ?? .nan))
    for member in members where member.key != stepKey && !LogKey.times.contains(member.key) {
      // An export keeps metrics there whose names have a meaning here.
      if rows.isExport, member.key == "scalars", case .object(let members) = member.value {
        for member in members { add(member.value, named: member.key) }
      } else {
        add(member.value, named: member.key)
      }
    }
  }

  private mutating func add(_ node: JSONNode, named name: String) {
    if let number = node.number {
      rows.add(number, to: rows.column(name))
    } else if case .object(let members) = node {
      for member in members { add(member.value, named: "\(name)/\(member.key)") }
    }
  }

  private mutating func addConfig(_ members: [(key: String, value: JSONNode)]) {
    var isConfig = false
    rows.isExport = rows.isExport || members.contains { $0.key == ExportHead.mark }
    for member in members where JSONLog.configKeys.contains(member.key) {
      guard case .object(let settings) = member.value else { continue }
      contents.config.merge(JSONNode.config(settings)) { _, last in last }
      isConfig = true
    }
    if !isConfig { rowsWithoutStep += 1 }
  }

  private mutating func finish() -> LogContents {
    contents.take(rows)
    if rowsWithoutStep > 0 {
      let entries = rowsWithoutStep == 1 ? "1 entry has" : "\(rowsWithoutStep) entries have"
      contents.findings.report(.warning, at: nil, "\(entries) no step (\(LogKey.steps.joined(separator: ", "))).")
    }
    return contents
  }
}
