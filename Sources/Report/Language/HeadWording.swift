/// A metric as the sentences about its course speak of it.
struct SpokenMetric {
  /// The judged curve: "validation loss".
  var name: String
  /// The training curve of the same metric: "training loss".
  var training: String
  /// Whether higher is better.
  var rises: Bool
  /// What a step is in the page's language: "epoch".
  var unit: String
}

/// The pieces of the sentence that says how a run went; see ``HeadSentence`` for when each is said.
///
/// The course of a metric ends without a full stop, since a remark follows, which brings its own.
protocol HeadWording: Sendable {
  var noMetric: String { get }
  /// How a run ended, with a space behind; `extent` is nil if nothing was recorded.
  func running(_ extent: String?) -> String
  func failed(_ extent: String?) -> String
  func interrupted(_ extent: String?) -> String
  func stopped(_ extent: String) -> String
  func unreadable(_ extent: String) -> String
  func noValue(_ metric: SpokenMetric) -> Sentence
  /// The only value.
  func single(_ metric: SpokenMetric, _ value: String, at place: String) -> Sentence
  /// While the run goes on, the best value being the newest, or an older one.
  func bestNow(_ metric: SpokenMetric, _ value: String) -> Sentence
  func current(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence
  /// After the run.
  func endedAtBest(_ metric: SpokenMetric, _ value: String, after extent: String) -> Sentence
  func endedLikeBest(_ metric: SpokenMetric, _ best: String, at place: String) -> Sentence
  func ended(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence
  /// What the rules found.
  func remark(_ finding: Assessment.Finding, _ metric: SpokenMetric, isRunning: Bool) -> Sentence
  func neverANumber(_ metric: SpokenMetric) -> Sentence
  func diverged(_ metric: SpokenMetric, from step: Int, best: String, at place: String) -> Sentence
}

extension EnglishWording {
  var noMetric: String { "No metric was recorded." }
  func running(_ extent: String?) -> String { extent.map { "Still running, \($0) so far. " } ?? "Still running. " }
  func failed(_ extent: String?) -> String {
    extent.map { "Failed after \($0). " } ?? "Failed before anything was recorded. "
  }
  func interrupted(_ extent: String?) -> String {
    extent.map { "Interrupted after \($0). " } ?? "Interrupted before anything was recorded. "
  }
  func stopped(_ extent: String) -> String { "Stopped after \(extent). " }
  func unreadable(_ extent: String) -> String { "Only \(extent) could be read. " }
  func noValue(_ metric: SpokenMetric) -> Sentence { "No value of \(metric.name) was recorded." }

  func single(_ metric: SpokenMetric, _ value: String, at place: String) -> Sentence {
    "\(metric.name.capitalizedFirst) is \(strong: value) at \(place)"
  }

  func bestNow(_ metric: SpokenMetric, _ value: String) -> Sentence {
    "\(metric.name.capitalizedFirst) is at its \(extreme(metric)) so far, \(strong: value)"
  }

  func current(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence {
    "\(metric.name.capitalizedFirst) is \(strong: value), its \(extreme(metric)) so far \(strong: best) at \(place)"
  }

  func endedAtBest(_ metric: SpokenMetric, _ value: String, after extent: String) -> Sentence {
    "\(metric.name.capitalizedFirst) ended at its \(extreme(metric)), \(strong: value), after \(extent)"
  }

  func endedLikeBest(_ metric: SpokenMetric, _ best: String, at place: String) -> Sentence {
    reached(metric, best, place) + " and ended there"
  }

  func ended(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence {
    reached(metric, best, place) + " and ended at \(strong: value)"
  }

  func remark(_ finding: Assessment.Finding, _ metric: SpokenMetric, isRunning: Bool) -> Sentence {
    let (better, worse) = metric.rises ? ("rising", "falling") : ("falling", "rising")
    return switch finding {
    case .nothing, .notANumber: "."
    case .endedWorse: ", much worse than it began: the run diverged."
    case .overfits(let step):
      "; since about \(metric.unit) \(strong: NumberText.grouped(step)) it has been \(worse) while \(metric.training)"
        + " \(metric.rises ? "rose" : "fell"): over-fitting."
    case .worsens(let step): "; it has been \(worse) since about \(metric.unit) \(NumberText.grouped(step))."
    case .neverImproved: "; it did not improve beyond its noise."
    case .stillImproving: isRunning ? ", still \(better)." : ", still \(better): more \(metric.unit)s may help."
    case .plateau(let step): "; it has been flat since about \(metric.unit) \(NumberText.grouped(step))."
    }
  }

  func neverANumber(_ metric: SpokenMetric) -> Sentence {
    "The run diverged: \(metric.name) was never a number (NaN or infinity)."
  }

  func diverged(_ metric: SpokenMetric, from step: Int, best: String, at place: String) -> Sentence {
    let start = "\(metric.unit) \(NumberText.grouped(step))"
    return "The run diverged at \(strong: start), where values stop being numbers (NaN or infinity). "
      + "The \(extreme(metric)) \(metric.name) before was \(strong: best) at \(place)."
  }

  private func extreme(_ metric: SpokenMetric) -> String { metric.rises ? "highest" : "lowest" }

  private func reached(_ metric: SpokenMetric, _ best: String, _ place: String) -> Sentence {
    "\(metric.name.capitalizedFirst) reached its \(extreme(metric)), \(strong: best), at \(place)"
  }
}

// Numbers stand in brackets or before 입니다, so that no particle depends on how they are read.
extension KoreanWording {
  var noMetric: String { "기록된 지표가 없습니다." }
  func running(_ extent: String?) -> String {
    extent.map { "실행 중이며 지금까지 \($0)을 마쳤습니다. " } ?? "실행 중입니다. "
  }
  func failed(_ extent: String?) -> String {
    extent.map { "\($0) 뒤에 실패했습니다. " } ?? "아무것도 기록되기 전에 실패했습니다. "
  }
  func interrupted(_ extent: String?) -> String {
    extent.map { "\($0) 뒤에 중단되었습니다. " } ?? "아무것도 기록되기 전에 중단되었습니다. "
  }
  func stopped(_ extent: String) -> String { "\(extent) 뒤에 멈췄습니다. " }
  func unreadable(_ extent: String) -> String { "\(extent)만 읽을 수 있었습니다. " }
  func noValue(_ metric: SpokenMetric) -> Sentence { "기록된 \(metric.name) 값이 없습니다." }

  func single(_ metric: SpokenMetric, _ value: String, at place: String) -> Sentence {
    "\(place)의 \(KoreanParticle.topic(metric.name)) \(strong: value)입니다"
  }

  func bestNow(_ metric: SpokenMetric, _ value: String) -> Sentence {
    "\(KoreanParticle.topic(metric.name)) 지금까지 \(extreme(metric)) 값인 \(strong: value)입니다"
  }

  func current(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence {
    "\(metric.name)의 현재 값은 \(strong: value), 지금까지 \(extreme(metric)) 값은 \(place)의 \(strong: best)입니다"
  }

  func endedAtBest(_ metric: SpokenMetric, _ value: String, after extent: String) -> Sentence {
    "\(KoreanParticle.topic(metric.name)) \(extent)을 마친 마지막 값이 가장 \(metric.rises ? "높습니다" : "낮습니다")"
      + "(\(strong: value))"
  }

  func endedLikeBest(_ metric: SpokenMetric, _ best: String, at place: String) -> Sentence {
    reached(metric, best, place) + " 같은 값으로 끝났습니다"
  }

  func ended(_ metric: SpokenMetric, _ value: String, best: String, at place: String) -> Sentence {
    reached(metric, best, place) + " 마지막 값은 \(strong: value)입니다"
  }

  func remark(_ finding: Assessment.Finding, _ metric: SpokenMetric, isRunning: Bool) -> Sentence {
    let (better, worse) = metric.rises ? ("높아지", "낮아지") : ("낮아지", "높아지")
    return switch finding {
    case .nothing, .notANumber: "."
    case .endedWorse: ". 처음보다 훨씬 나빠졌으므로 실행이 발산한 것입니다."
    case .overfits(let step):
      ". \(metric.unit) \(strong: NumberText.grouped(step)) 무렵부터 \(KoreanParticle.topic(metric.training)) "
        + "\(better)는데 이 값은 \(worse)고 있어 과적합입니다."
    case .worsens(let step): ". \(metric.unit) \(NumberText.grouped(step)) 무렵부터 \(worse)고 있습니다."
    case .neverImproved: ". 잡음을 넘는 개선은 없었습니다."
    case .stillImproving:
      isRunning ? ". 아직 \(better)고 있습니다." : ". 아직 \(better)고 있었으므로 \(metric.unit) 수를 늘리면 나아질 수 있습니다."
    case .plateau(let step): ". \(metric.unit) \(NumberText.grouped(step)) 무렵부터 거의 변하지 않았습니다."
    }
  }

  func neverANumber(_ metric: SpokenMetric) -> Sentence {
    "실행이 발산했습니다. \(metric.name) 값이 한 번도 수가 아니었습니다(NaN 또는 무한대)."
  }

  func diverged(_ metric: SpokenMetric, from step: Int, best: String, at place: String) -> Sentence {
    let start = "\(metric.unit) \(NumberText.grouped(step))"
    return "실행이 \(strong: start)에서 발산했습니다. 그때부터 값이 수가 아닙니다(NaN 또는 무한대). "
      + "그 전에 \(extreme(metric)) \(metric.name) 값은 \(place)의 \(strong: best)입니다."
  }

  private func extreme(_ metric: SpokenMetric) -> String { metric.rises ? "가장 높은" : "가장 낮은" }

  private func reached(_ metric: SpokenMetric, _ best: String, _ place: String) -> Sentence {
    "\(KoreanParticle.topic(metric.name)) \(place)에서 가장 \(metric.rises ? "높았고" : "낮았고")(\(strong: best))"
  }
}
