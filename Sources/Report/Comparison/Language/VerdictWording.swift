/// The words of the sentence at the head.
protocol VerdictWording: Sendable {
  var nothingToCompare: Sentence { get }
  func only(_ name: String, _ spoken: String, _ mean: String) -> Sentence
  func oneRun(_ spoken: String, _ value: String) -> Sentence
  func oneGroup(_ runs: Int, _ spoken: String, _ mean: String, plusMinus half: String) -> Sentence
  /// That a group is the best, how much it is better than another (nil: as good), and by what right.
  func best(
    _ name: String, _ spoken: String, _ value: String, isLowest: Bool, other: String, isBaseline: Bool,
    difference: String?, against: String
  ) -> Sentence
  /// That the baseline is the best, and which group is nearest.
  func noneBetter(
    _ spoken: String, isLower: Bool, baseline: String, _ value: String, nearest: String, _ other: String
  ) -> Sentence
  func maybeChance(_ size: String) -> Sentence
  func beyondChance(_ extent: String, _ size: String) -> Sentence
  func takenBack(_ size: String) -> Sentence
  func withinChance(_ size: String, seeds: Int?) -> Sentence
}

extension EnglishComparison {
  var nothingToCompare: Sentence { "No metric was recorded, so there is nothing to compare." }

  func only(_ name: String, _ spoken: String, _ mean: String) -> Sentence {
    "Only \(strong: name) recorded a finite \(spoken), \(mean)."
  }

  func oneRun(_ spoken: String, _ value: String) -> Sentence { "One run, with a final \(spoken) of \(strong: value)." }

  func oneGroup(_ runs: Int, _ spoken: String, _ mean: String, plusMinus half: String) -> Sentence {
    "\(NumberText.counted(runs, "run")) of the same configuration: the final \(spoken) is "
      + "\(strong: mean) on average, ±\(half) (95\u{A0}% interval)."
  }

  func best(
    _ name: String, _ spoken: String, _ value: String, isLowest: Bool, other: String, isBaseline: Bool,
    difference: String?, against: String
  ) -> Sentence {
    let role = isBaseline ? "the baseline \(other)" : "the second best, \(other)"
    let start: Sentence = "\(strong: name) has the \(isLowest ? "lowest" : "highest") \(spoken), \(strong: value)"
    guard let difference else { return start + ", the same as \(role)" }
    return start + ", \(difference) than \(role) with \(against)"
  }

  func noneBetter(
    _ spoken: String, isLower: Bool, baseline: String, _ value: String, nearest: String, _ other: String
  ) -> Sentence {
    "No group has a \(isLower ? "lower" : "higher") \(spoken) than the baseline \(baseline), "
      + "\(strong: value); the nearest is \(strong: nearest) with \(other)"
  }

  func maybeChance(_ size: String) -> Sentence {
    ". With \(size) to go by, no variance between seeds is known, so this may be chance."
  }

  func beyondChance(_ extent: String, _ size: String) -> Sentence {
    ". That is \(strong: "beyond what chance between seeds explains"): \(extent) with 95\u{A0}% confidence, from \(size)."
  }

  func takenBack(_ size: String) -> Sentence {
    ". Of so many groups one may look so \(strong: "by chance"): the difference does not stand Holm’s "
      + "correction, from \(size)."
  }

  func withinChance(_ size: String, seeds: Int?) -> Sentence {
    let more =
      seeds.map { " About \(NumberText.grouped($0)) seeds each would settle it." } ?? " More seeds would be needed."
    return ". \(strong: "Chance between seeds could do that"), with \(size).\(more)"
  }
}

extension KoreanComparison {
  var nothingToCompare: Sentence { "기록된 지표가 없어서 비교할 것이 없습니다." }

  func only(_ name: String, _ spoken: String, _ mean: String) -> Sentence {
    "\(strong: name)만 유한한 \(spoken) 값을 기록했습니다(\(mean))."
  }

  func oneRun(_ spoken: String, _ value: String) -> Sentence {
    "실행 하나이며, 마지막 \(KoreanParticle.topic(spoken)) \(strong: value)입니다."
  }

  func oneGroup(_ runs: Int, _ spoken: String, _ mean: String, plusMinus half: String) -> Sentence {
    "설정이 같은 실행 \(NumberText.grouped(runs))개의 마지막 \(KoreanParticle.topic(spoken)) 평균 \(strong: mean) ±\(half)입니다(95\u{A0}% 신뢰 구간)."
  }

  func best(
    _ name: String, _ spoken: String, _ value: String, isLowest: Bool, other: String, isBaseline: Bool,
    difference: String?, against: String
  ) -> Sentence {
    let role = isBaseline ? "기준인 \(other)" : "두 번째인 \(other)"
    let start: Sentence =
      "\(KoreanParticle.topic(spoken)) \(strong: KoreanParticle.subject(name)) \(strong: value)로 가장 \(isLowest ? "낮습니다" : "높습니다")"
    guard let difference else { return start + ". \(KoreanParticle.with(role)) 같습니다" }
    return start + ". \(role)의 \(against)보다 \(difference)"
  }

  func noneBetter(
    _ spoken: String, isLower: Bool, baseline: String, _ value: String, nearest: String, _ other: String
  ) -> Sentence {
    "\(KoreanParticle.subject(spoken)) 기준인 \(baseline)의 \(strong: value)보다 \(isLower ? "낮은" : "높은") 그룹은 없습니다. 가장 가까운 것은 "
      + "\(strong: nearest)의 \(other)입니다"
  }

  func maybeChance(_ size: String) -> Sentence {
    ". \(size)뿐이어서 시드에 따른 분산을 알 수 없으므로 우연일 수 있습니다."
  }

  func beyondChance(_ extent: String, _ size: String) -> Sentence {
    ". \(strong: "시드의 우연으로 설명할 수 있는 것보다 큰 차이"): 95\u{A0}% 신뢰도로 \(extent)입니다(\(size))."
  }

  func takenBack(_ size: String) -> Sentence {
    ". 그룹이 많으면 하나쯤은 \(strong: "우연히") 그렇게 보일 수 있습니다. 이 차이는 홀름 보정을 견디지 못합니다(\(size))."
  }

  func withinChance(_ size: String, seeds: Int?) -> Sentence {
    let more = seeds.map { " 시드가 각각 약 \(NumberText.grouped($0))개이면 가려질 것입니다." } ?? " 시드가 더 필요합니다."
    return ". \(strong: "시드의 우연으로도 이만한 차이가 날 수 있습니다")(\(size)).\(more)"
  }
}
