internal import Runs

/// The sentence under a run's name: how it went, by the metric that tells most.
///
/// It says how the run ended if it did not simply finish, the best value and where it was, the final value, and what the
/// rules of ``Assessment`` found.
struct HeadSentence {
  var outcome: RunOutcome

  var sentence: Sentence {
    guard let judged = outcome.judged.first else { return Sentence(stringLiteral: ending + words.noMetric) }
    return Sentence(stringLiteral: ending) + HeadSentence.course(judged, in: outcome)
  }

  private var words: any Wording { outcome.language.words }

  /// How the run ended, if that is to be said.
  private var ending: String {
    let extent = outcome.progress.extent
    switch outcome.run.status {
    case .running: return words.running(extent)
    case .failed: return words.failed(extent)
    case .interrupted: return words.interrupted(extent)
    case .finished, .unknown: return missing(extent)
    }
  }

  /// That a run which ended well has fewer steps than were planned: it stopped early, or its log is damaged.
  private func missing(_ extent: String?) -> String {
    guard outcome.progress.isShort, let extent else { return "" }
    let isDamaged = outcome.run.diagnostics.contains { $0.severity == .error }
    return isDamaged ? words.unreadable(extent) : words.stopped(extent)
  }

  /// What one metric did, in a sentence.
  static func course(_ judged: RunOutcome.Judged, in outcome: RunOutcome) -> Sentence {
    let words = outcome.language.words
    let family = judged.family
    let isRunning = outcome.run.status == .running
    let metric = SpokenMetric(
      name: family.spoken(judged.curve), training: "\(words.split(.training)) \(family.spoken)",
      rises: family.direction == .max, unit: outcome.progress.unitName)
    let assessment = judged.assessment
    if case .notANumber(let step) = assessment.finding {
      guard let best = assessment.best else { return words.neverANumber(metric) }
      return words.diverged(
        metric, from: step, best: NumberText.measured(best.value), at: outcome.progress.position(best.step))
    }
    guard let best = assessment.best, let final = assessment.final else { return words.noValue(metric) }
    return course(metric, best, final, judged.curve.series.count, in: outcome)
      + words.remark(assessment.finding, metric, isRunning: isRunning)
  }

  private static func course(
    _ metric: SpokenMetric, _ best: Assessment.Point, _ final: Assessment.Point, _ count: Int, in outcome: RunOutcome
  ) -> Sentence {
    let words = outcome.language.words
    let progress = outcome.progress
    let (bestText, finalText) = (NumberText.measured(best.value), NumberText.measured(final.value))
    let place = progress.position(best.step)
    if count == 1 { return words.single(metric, finalText, at: progress.place(final.step)) }
    if outcome.run.status == .running {
      return best.step == final.step
        ? words.bestNow(metric, bestText) : words.current(metric, finalText, best: bestText, at: place)
    }
    if best.step == final.step { return words.endedAtBest(metric, finalText, after: progress.extent ?? "") }
    return bestText == finalText
      ? words.endedLikeBest(metric, bestText, at: place) : words.ended(metric, finalText, best: bestText, at: place)
  }
}
