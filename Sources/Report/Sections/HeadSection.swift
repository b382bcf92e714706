internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The top of the page: name, status, the sentence that says how it went, and the facts in a row.
struct HeadSection {
  var outcome: RunOutcome

  var name: String {
    let name = outcome.run.manifest.name
    return VisibleText.name(name.isEmpty ? outcome.run.folder.lastPathComponent : name)
  }

  var status: TemplateValues {
    switch outcome.run.status {
    case .finished: ["kind": "finished", "label": "Finished"]
    case .running: ["kind": "running", "label": "Running"]
    case .failed: ["kind": "failed", "label": "Failed"]
    case .interrupted: ["kind": "interrupted", "label": "Interrupted"]
    case .unknown: ["kind": "unknown", "label": "Status unknown"]
    }
  }

  var verdict: [TemplateValues] {
    HeadSentence(outcome: outcome).sentence.pieces.map { ["text": $0.text, "strong": $0.isStrong] }
  }

  /// When, how long, how far, how large; each fact only if it is known.
  var facts: [TemplateValues] {
    let manifest = outcome.run.manifest
    let facts: [(String, String?)] = [
      ("Started", outcome.startTime.flatMap(TimeText.moment)),
      (manifest.endTime == nil ? "Recorded time" : "Duration", outcome.duration.flatMap(TimeText.duration)),
      (outcome.progress.unitTitle + "s", outcome.progress.bareExtent),
      ("Parameters", manifest.model.map { NumberText.grouped($0.parameterCount) }),
      ("Seed", manifest.seed.map(String.init)),
      ("Commit", manifest.environment?.gitCommit.map { VisibleText.name(String($0.prefix(7))) }),
    ]
    return facts.compactMap { label, value in value.map { ["label": label, "value": $0] } }
  }
}
