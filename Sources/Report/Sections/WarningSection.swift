internal import Runs

/// What a reader should know before trusting the run: why it failed, what looks wrong, what the log lost.
///
/// What the head sentence says of the first metric is said again only where something is to be done about it.
struct WarningSection {
  var outcome: RunOutcome

  var warnings: [String] {
    failure + otherMetrics + stillImproving + wideningGaps + missingNumbers + notices
      + [damage, uncommittedChanges].compactMap { $0 }
  }

  private var words: any Wording { outcome.language.words }

  private var failure: [String] {
    guard let failure = outcome.run.manifest.failure, !failure.isEmpty else { return [] }
    return [words.runFailed(VisibleText.value(failure))]
  }

  private var otherMetrics: [String] {
    outcome.judged.dropFirst().compactMap { judged in
      switch judged.assessment.finding {
      case .notANumber, .endedWorse, .overfits, .worsens: HeadSentence.course(judged, in: outcome).text
      case .nothing, .neverImproved, .stillImproving, .plateau: nil
      }
    }
  }

  /// Metrics that would have gone on: the run was too short.
  private var stillImproving: [String] {
    guard outcome.run.status != .running else { return [] }
    let subjects = outcome.judged.filter { $0.assessment.finding == .stillImproving }
      .map { $0.family.spoken($0.curve) }
    return subjects.isEmpty ? [] : [words.stillImproving(Array(subjects.prefix(4)), andOthers: subjects.count > 4)]
  }

  /// Metrics whose validation curve leaves the training curve behind; see ``GeneralizationGap``.
  private var wideningGaps: [String] {
    outcome.judged.compactMap { judged in
      guard let training = judged.family.training,
        let gap = GeneralizationGap(
          training: training, validation: judged.curve.series, direction: judged.family.direction)
      else { return nil }
      if case .overfits = judged.assessment.finding { return nil }
      return words.gapGrew(
        judged.family.spoken, from: NumberText.measured(gap.before), to: NumberText.measured(gap.after))
    }
  }

  /// What the reader of the logs says about restarts, torn ends, steps out of order; values that are no numbers are above.
  private var notices: [String] {
    let found = outcome.run.diagnostics.filter { diagnostic in
      let message = diagnostic.message
      // A run that goes on has such an end at nearly every look.
      let isTorn = message.hasPrefix("the file ends within") && outcome.run.status != .running
      return isTorn || message.hasPrefix("the run was restarted")
        || (diagnostic.severity == .warning && !message.contains("not finite"))
    }
    let rest = found.count - WarningSection.noticeLimit
    let shown = found.prefix(WarningSection.noticeLimit).map { diagnostic in
      VisibleText.value((diagnostic.file.map { $0 + ": " } ?? "") + words.remark(diagnostic.message))
    }
    return shown + (rest > 0 ? [words.moreOfThisKind(rest)] : [])
  }

  /// More findings than this are counted only.
  private static let noticeLimit = 3

  private var missingNumbers: [String] {
    outcome.families.flatMap { family in
      family.curves.compactMap { curve in
        let count = curve.series.values.reduce(0) { $0 + ($1.isFinite ? 0 : 1) }
        return count > 0 ? words.missingNumbers(family.title(of: curve), count, of: curve.series.count) : nil
      }
    }
  }

  private var damage: String? {
    let count = outcome.run.diagnostics.filter { $0.severity == .error }.count
    return count > 0 ? words.damage(count) : nil
  }

  private var uncommittedChanges: String? {
    guard let environment = outcome.run.manifest.environment, environment.gitIsDirty == true else { return nil }
    return words.uncommittedChanges(environment.gitCommit.map { VisibleText.name(String($0.prefix(7))) })
  }
}
