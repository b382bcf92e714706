internal import Foundation

/// Collects what is to be said about the formats of one snapshot.
struct SnapshotReport {
  /// What was written for a format.
  enum Written { case nothing, pending, reference }

  let name: SnapshotName
  let mode: SnapshotMode
  /// Shows everything that differs, once the process has ended.
  var page: URL?
  private var failures: [String] = []
  private var warnings: [String] = []
  private var attachments: [SnapshotAttachment] = []
  private var written: Set<Written> = []

  init(name: SnapshotName, mode: SnapshotMode) { (self.name, self.mode) = (name, mode) }

  mutating func add(_ verdict: SnapshotVerdict, _ reference: URL, _ written: Written) {
    self.written.insert(written)
    let line = Self.line(verdict, reference) + (written == .reference ? "\n    It is written anew." : "")
    switch verdict {
    case .same: if written == .reference { failures.append(line) }
    case .tolerated(_, let files):
      if written == .reference { failures.append(line) } else { warnings.append(line) }
      attachments += files
    case .different(_, let files):
      failures.append(line)
      attachments += files
    case .unusable: failures.append(line)
    }
  }

  mutating func add(problem: String) { failures.append(problem) }

  /// What is to be said about one reference.
  static func line(_ verdict: SnapshotVerdict, _ reference: URL) -> String {
    let file = reference.lastPathComponent
    switch verdict {
    case .same: return "\(file) shows the same, in other bytes."
    case .different(let how, _), .tolerated(let how, _):
      return how.contains("\n") || how.hasPrefix(" ")
        ? "\(file) differs:\n\(indented(how))" : "\(file) differs: \(how)."
    case .unusable(let problem): return "\(file) \(problem.description)."
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { $0.hasPrefix("    ") ? String($0) : "    \($0)" }.joined(separator: "\n")
  }

  var outcome: SnapshotOutcome {
    var outcome = SnapshotOutcome()
    outcome.attachments = attachments.map { SnapshotAttachment("\(name.stem).\($0.name)", $0.bytes) }
    if !warnings.isEmpty {
      outcome.warning =
        "\(name.identity) was drawn with other libraries or fonts than its reference, and looks different:\n"
        + warnings.joined(separator: "\n") + "\nTo fail on that: \(SnapshotStackRule.variable)=strict"
    }
    guard !failures.isEmpty else { return outcome }
    outcome.failure = "\(name.identity) is not as accepted:\n\(failures.joined(separator: "\n"))\n\(remedy)"
    if let page { outcome.failure? += "\nSide by side: \(page.path(percentEncoded: false))" }
    return outcome
  }

  private var remedy: String {
    let place = PackageFolder.path(of: name.folder.appending(path: name.stem))
    if written.contains(.pending) {
      return "Look at what was drawn: it is beside its reference, with “.pending” in its name. To accept it:\n"
        + "    \(UnacceptedSnapshot.command(for: place))"
    }
    if written.contains(.reference) { return "Look at what was written, then run the test again." }
    return
      "Nothing was written. To accept what is drawn, run the test with \(SnapshotMode.variable)=pending, look at it, and:\n"
      + "    \(UnacceptedSnapshot.command(for: place))"
  }
}
