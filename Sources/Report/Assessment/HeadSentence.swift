internal import Runs

/// The sentence under a run's name: how it went, by the metric that tells most.
///
/// It says how the run ended if it did not simply finish, the best value and where it was, the final value, and what the
/// rules of ``Assessment`` found.
struct HeadSentence {
  var outcome: RunOutcome

  var sentence: Sentence {
    guard let judged = outcome.judged.first else { return ending + "No metric was recorded." }
    return ending + HeadSentence.course(judged, progress: outcome.progress, isRunning: outcome.run.status == .running)
  }

  /// How the run ended, if that is to be said.
  private var ending: Sentence {
    let extent = outcome.progress.extent
    switch outcome.run.status {
    case .running: return extent.map { "Still running, \($0) so far. " } ?? "Still running. "
    case .failed: return extent.map { "Failed after \($0). " } ?? "Failed before anything was recorded. "
    case .interrupted: return extent.map { "Interrupted after \($0). " } ?? "Interrupted before anything was recorded. "
    case .finished, .unknown: return missing(extent)
    }
  }

  /// That a run which ended well has fewer steps than were planned: it stopped early, or its log is damaged.
  private func missing(_ extent: String?) -> Sentence {
    guard outcome.progress.isShort, let extent else { return Sentence() }
    let isDamaged = outcome.run.diagnostics.contains { $0.severity == .error }
    return isDamaged ? "Only \(extent) could be read. " : "Stopped after \(extent). "
  }

  /// What one metric did, in a sentence.
  static func course(_ judged: RunOutcome.Judged, progress: Progress, isRunning: Bool) -> Sentence {
    let words = Words(judged: judged, progress: progress)
    if case .notANumber(let step) = judged.assessment.finding { return words.diverged(from: step) }
    guard let best = judged.assessment.best, let final = judged.assessment.final else {
      return "No value of \(words.subject) was recorded."
    }
    return words.bestAndFinal(best, final, isRunning: isRunning) + words.remark(judged.assessment.finding, isRunning)
  }
}

/// The words for one metric, by the way in which it is better.
private struct Words {
  var subject: String
  var training: String
  var direction: MetricSummary.Direction
  var assessment: Assessment
  var progress: Progress
  var count: Int

  init(judged: RunOutcome.Judged, progress: Progress) {
    subject = judged.family.spoken(judged.curve)
    training = "training \(judged.family.spoken)"
    direction = judged.family.direction
    assessment = judged.assessment
    self.progress = progress
    count = judged.curve.series.count
  }

  private var extreme: String { direction == .min ? "lowest" : "highest" }
  private var improving: String { direction == .min ? "falling" : "rising" }
  private var worsening: String { direction == .min ? "rising" : "falling" }
  private var improvedVerb: String { direction == .min ? "fell" : "rose" }

  func bestAndFinal(_ best: Assessment.Point, _ final: Assessment.Point, isRunning: Bool) -> Sentence {
    let subject = self.subject.capitalizedFirst
    let bestText = NumberText.measured(best.value)
    let finalText = NumberText.measured(final.value)
    if count == 1 { return "\(subject) is \(strong: finalText) at \(progress.unit) \(NumberText.grouped(final.step))" }
    let isBestNow = best.step == final.step
    if isRunning {
      return isBestNow
        ? "\(subject) is at its \(extreme) so far, \(strong: bestText)"
        : "\(subject) is \(strong: finalText), its \(extreme) so far \(strong: bestText) at \(position(best.step))"
    }
    if isBestNow { return "\(subject) ended at its \(extreme), \(strong: finalText), after \(progress.extent ?? "")" }
    if bestText == finalText {
      return "\(subject) reached its \(extreme), \(strong: bestText), at \(position(best.step)) and ended there"
    }
    return
      "\(subject) reached its \(extreme), \(strong: bestText), at \(position(best.step)) and ended at \(strong: finalText)"
  }

  func remark(_ finding: Assessment.Finding, _ isRunning: Bool) -> Sentence {
    switch finding {
    case .nothing, .notANumber: "."
    case .endedWorse: ", much worse than it began: the run diverged."
    case .overfits(let step):
      "; since about \(progress.unit) \(strong: NumberText.grouped(step)) it has been \(worsening) while \(training)"
        + " \(improvedVerb): over-fitting."
    case .worsens(let step): "; it has been \(worsening) since about \(progress.unit) \(NumberText.grouped(step))."
    case .neverImproved: "; it did not improve beyond its noise."
    case .stillImproving: isRunning ? ", still \(improving)." : ", still \(improving): more \(progress.unit)s may help."
    case .plateau(let step): "; it has been flat since about \(progress.unit) \(NumberText.grouped(step))."
    }
  }

  func diverged(from step: Int) -> Sentence {
    let position = "\(progress.unit) \(NumberText.grouped(step))"
    guard let best = assessment.best else {
      return "The run diverged: \(subject) was never a number (NaN or infinity)."
    }
    return "The run diverged at \(strong: position), where values stop being numbers (NaN or infinity). "
      + "The \(extreme) \(subject) before was \(strong: NumberText.measured(best.value)) at \(self.position(best.step))."
  }

  private func position(_ step: Int) -> String { progress.position(step) }
}
