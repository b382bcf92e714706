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
    let kind =
      switch outcome.run.status {
      case .finished: "finished"
      case .running: "running"
      case .failed: "failed"
      case .interrupted: "interrupted"
      case .unknown: "unknown"
      }
    return ["kind": kind, "label": text(kind)]
  }

  private func text(_ key: String) -> String { InterfaceText.text(key, outcome.language) }

  var verdict: [TemplateValues] {
    HeadSentence(outcome: outcome).sentence.pieces.map { ["text": $0.text, "strong": $0.isStrong] }
  }

  /// When, how long, how far, how large; each fact only if it is known.
  var facts: [TemplateValues] {
    let manifest = outcome.run.manifest
    let facts: [(String, String?)] = [
      (text("started"), outcome.run.beginning.flatMap { TimeText.moment($0, outcome.language) }),
      (
        text(manifest.endTime == nil ? "recorded" : "duration"),
        outcome.run.duration.flatMap { TimeText.duration($0, outcome.language) }
      ),
      (outcome.language.words.units(outcome.progress.unit), outcome.progress.bareExtent),
      (text("parameters"), manifest.model.map { NumberText.grouped($0.parameterCount) }),
      (text("seed"), manifest.seed.map(String.init)),
      (text("commit"), manifest.environment?.gitCommit.map { VisibleText.name(String($0.prefix(7))) }),
    ]
    return facts.compactMap { label, value in value.map { ["label": label, "value": $0] } }
  }
}
