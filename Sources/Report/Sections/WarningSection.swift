internal import Runs

/// What a reader should know before trusting the run: why it failed, what looks wrong, what the log lost.
///
/// What the head sentence says already is not said again.
struct WarningSection {
  var outcome: RunOutcome

  var warnings: [String] {
    failure + otherMetrics + missingNumbers + [damage, uncommittedChanges].compactMap { $0 }
  }

  private var failure: [String] {
    guard let failure = outcome.run.manifest.failure, !failure.isEmpty else { return [] }
    return ["The run failed: " + VisibleText.value(failure)]
  }

  private var otherMetrics: [String] {
    outcome.judged.dropFirst().compactMap { judged in
      switch judged.assessment.finding {
      case .notANumber, .endedWorse, .overfits, .worsens:
        HeadSentence.course(judged, progress: outcome.progress, isRunning: outcome.run.status == .running).text
      case .nothing, .neverImproved, .stillImproving, .plateau: nil
      }
    }
  }

  private var missingNumbers: [String] {
    outcome.families.flatMap { family in
      family.curves.compactMap { curve in
        let count = curve.series.values.reduce(0) { $0 + ($1.isFinite ? 0 : 1) }
        guard count > 0 else { return nil }
        let which = "\(NumberText.grouped(count)) of \(NumberText.counted(curve.series.count, "value"))"
        return "\(family.title(of: curve)): \(which) are NaN or infinite; its curve has gaps there."
      }
    }
  }

  private var damage: String? {
    let count = outcome.run.diagnostics.filter { $0.severity == .error }.count
    guard count > 0 else { return nil }
    return
      "Part of the log is damaged and not shown (\(NumberText.counted(count, "finding"))): see the end of the page."
  }

  private var uncommittedChanges: String? {
    guard let environment = outcome.run.manifest.environment, environment.gitIsDirty == true else { return nil }
    let commit = environment.gitCommit.map { "commit \(VisibleText.name(String($0.prefix(7))))" } ?? "its commit"
    return "There were uncommitted changes when the run started, so \(commit) alone does not repeat it."
  }
}
