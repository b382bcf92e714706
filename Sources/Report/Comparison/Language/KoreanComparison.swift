extension KoreanComparison {
  var step: String { "스텝" }
  var epoch: String { "에폭" }

  func elapsed(_ unit: CurvePlaces.TimeUnit) -> String {
    switch unit {
    case .seconds: "지난 시간 (초)"
    case .minutes: "지난 시간 (분)"
    case .hours: "지난 시간 (시간)"
    }
  }

  func means(of runs: ClosedRange<Int>, on scale: IntervalScale) -> String {
    let scale =
      switch scale {
      case .linear: ""
      case .logarithmic: "(로그에서 구했으므로 0보다 큽니다)"
      case .logit: "(로그 오즈에서 구했으므로 0과 1 사이에 있습니다)"
      }
    return "실행 \(range(runs))개의 평균과 평균의 95\u{A0}% 신뢰 구간\(scale)입니다. 모든 실행에 있는 스텝만 그렸습니다."
  }

  func grayRange(_ count: Int) -> String {
    "회색은 나머지 \(NumberText.grouped(count))개의 범위이며, 진한 곳은 가운데 절반입니다."
  }

  func grayLines(_ count: Int) -> String { "회색은 나머지 \(NumberText.grouped(count))개입니다." }

  func smoothed(over span: Int, holdsEveryValue: Bool) -> String {
    "약 \(NumberText.grouped(span))개 점의 지수 이동 평균으로 다듬었습니다\(holdsEveryValue ? ". 띠는 모든 값을 담고 있습니다" : "")."
  }

  func reduced(to points: Int, of stored: Int) -> String {
    "선마다 \(NumberText.grouped(stored))개 점 가운데 많아야 \(NumberText.grouped(points))개를 그렸으며, 봉우리는 남아 있습니다."
  }

  func moreMetrics(_ count: Int) -> String { "지표 \(NumberText.grouped(count))개는 여기에 그리지 않았습니다." }

  func curves(
    _ metric: String, over x: String, isLog: Bool, _ lines: [(name: String, first: String, last: String)], others: Int
  ) -> String {
    let parts = lines.map { "\($0.name) \($0.first) → \($0.last)" }
    return "선 차트, 세로축 \(metric)\(isLog ? "(로그)" : ""), 가로축 \(x). \(parts.joined(separator: "; "))"
      + (others > 0 ? "; 회색 \(NumberText.grouped(others))개." : ".")
  }

  func eachRunTitle(_ metric: String) -> String { "\(metric), 실행별" }

  var eachRunCaption: String { "실행마다 선 하나이며, 색은 그룹의 색입니다." }
}

extension KoreanComparison {
  func finalTitle(_ spoken: String, isClose: Bool) -> String { "마지막 \(spoken)\(isClose ? " (확대)" : "")" }

  func finals(
    _ title: String, _ groups: [(name: String, mean: String, interval: (low: String, high: String)?)]
  ) -> String {
    let parts = groups.map { group in
      "\(group.name) \(group.mean)" + (group.interval.map { " (\($0.low) – \($0.high))" } ?? "")
    }
    return "\(title): \(parts.joined(separator: "; "))."
  }

  func finalCaption(isClose: Bool) -> String {
    isClose
      ? "점 하나가 실행 하나이고, 마름모와 선은 평균과 95\u{A0}% 신뢰 구간입니다." : "막대는 평균, 선은 95\u{A0}% 신뢰 구간이고, 점 하나가 실행 하나입니다."
  }

  var oneRunEach: String { "실행이 하나씩이므로 시드에 따른 분산은 알 수 없습니다." }

  func dashed(baseline: String) -> String { "점선은 기준인 \(baseline)입니다." }

  func best(of groups: Int, hasBaseline: Bool) -> String {
    "그룹 \(NumberText.grouped(groups))개 가운데 가장 좋은 것들\(hasBaseline ? "과 기준" : "")과 가장 나쁜 것입니다."
  }

  func lost(_ runs: Int) -> String { "실행 \(NumberText.grouped(runs))개는 NaN이나 무한대로 끝나서 보일 수 없습니다." }
}

extension KoreanComparison {
  func title(_ metric: String, by setting: String) -> String { "\(setting)에 따른 \(metric)" }

  func settingsTitle(_ spoken: String) -> String { "설정과 \(spoken)" }

  func without(_ setting: String) -> String { "\(setting) 없음" }

  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String {
    let marks =
      switch style {
      case .dots: "점 하나가 실행 하나이고, 선은 평균입니다."
      case .cloud: "점 하나가 실행 하나입니다."
      case .boxes: "상자는 실행들의 가운데 절반이고, 그 안의 선은 중앙값입니다."
      case .bins: "진할수록 실행이 많습니다."
      }
    return "\(marks)\(colours.map { " 색은 \($0)입니다." } ?? "")" + (hasOthers ? " 실행들은 다른 설정도 서로 다릅니다." : "")
  }

  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String {
    (hasGroups ? "선 하나가 실행 그룹 하나이며, 지표는 그 평균입니다." : "선 하나가 실행 하나입니다.")
      + (drawn < all ? " 가장 좋은 것부터 가장 나쁜 것까지 \(NumberText.grouped(all))개 가운데 \(drawn)개를 그렸습니다." : "")
  }

  func sideBySide(hasGroups: Bool, hidden: Int) -> String {
    [
      hasGroups ? "그룹마다 마지막 값이 그룹의 중앙값에 가장 가까운 실행을 골랐습니다." : nil,
      hidden > 0 ? "이런 차트가 있는 그룹 \(NumberText.grouped(hidden))개는 보이지 않았습니다." : nil,
      "모두 같은 차트는 뺐고, 나머지는 축이 같습니다.",
    ].compactMap { $0 }.joined(separator: " ")
  }
}

extension KoreanComparison {
  func title(runs: Int, groups: Int?) -> String {
    let runs = "실행 \(NumberText.grouped(runs))개"
    return groups.map { "\(runs), 그룹 \(NumberText.grouped($0))개" } ?? runs
  }

  func judged(by spoken: String, isLowerBetter: Bool) -> String {
    "마지막 \(spoken), \(isLowerBetter ? "낮을수록" : "높을수록") 좋음"
  }

  func range(_ counts: ClosedRange<Int>) -> String {
    counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)"
  }

  func best(_ shown: Int, of all: Int, areGroups: Bool) -> String {
    "\(areGroups ? "그룹" : "실행") \(NumberText.grouped(all))개 가운데 가장 좋은 \(shown)개입니다."
  }

  var valuesAreMeans: String { "값은 그룹에 있는 실행들의 평균이고, ±는 평균의 95\u{A0}% 신뢰 구간의 절반입니다." }

  func moreSettings(_ count: Int) -> String { "서로 다른 설정 \(NumberText.grouped(count))개가 CSV에 더 있습니다." }

  var noSettings: String { "실행들에 서로 다른 설정이 기록되어 있지 않습니다." }

  func first(_ shown: Int, of runs: Int) -> String {
    "실행 \(NumberText.grouped(runs))개 가운데 처음 \(shown)개입니다. CSV에는 모두 있습니다."
  }

  func finalColumn(_ spoken: String) -> String { "마지막 \(spoken)" }

  func everyRun(_ count: String) -> String { "모든 실행 (\(count))" }
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

extension KoreanComparison {
  func amount(_ size: String, isLower: Bool) -> String { "\(size) \(isLower ? "낮음" : "높음")" }

  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String {
    let last = amount(high.size, isLower: high.isLower)
    return low.isLower == high.isLower
      ? "\(low.size) – \(last)" : "\(amount(low.size, isLower: low.isLower)) – \(last)"
  }

  func size(_ a: Int, _ b: Int, pairs: Int?) -> String {
    if let pairs { return "양쪽에 같은 시드 \(pairs)개" }
    return a == b ? "실행 \(a)개씩" : "실행 \(a)개와 \(b)개"
  }

  func against(_ first: String, _ second: String) -> String { "\(first) 대 \(second)" }

  func same(_ metric: String) -> String { "\(KoreanParticle.topic(metric)) 양쪽이 같습니다." }

  var missing: String { "한쪽에 비교할 유한한 값이 없습니다." }

  func single(_ metric: String, _ amount: String, size: String?) -> String {
    "\(metric): \(amount)." + (size.map { " \($0)이므로 시드에 따른 분산은 알 수 없습니다." } ?? "")
  }

  func shown(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric): \(amount). 시드의 우연으로 설명할 수 있는 것보다 큽니다. 참된 차이는 \(extent) 범위로 보입니다."
  }

  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric): \(amount), 95\u{A0}% 신뢰도로 \(extent). 그러나 여러 쌍을 시험하면 하나쯤은 우연히 그렇게 보일 수 있으므로 입증된 것으로 치지 않습니다."
  }

  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String {
    "\(metric): \(amount). 그러나 시드의 우연으로도 날 수 있는 차이입니다. 참된 차이는 \(extent) 범위 어디든 될 수 있습니다."
      + (seeds.map { " 시드가 각각 약 \(NumberText.grouped($0))개이면 가려질 것입니다." } ?? "")
  }

  func interval(_ low: String, _ high: String, isPaired: Bool) -> String {
    "95\u{A0}% 신뢰 구간 \(low) – \(high) (\(isPaired ? "시드별 짝" : "웰치"))"
  }

  func bootstrap(_ low: String, _ high: String) -> String { "부트스트랩 \(low) – \(high)" }

  func counts(_ a: Int, _ b: Int) -> String { "n = \(a), \(b)" }

  func corrected(_ p: String) -> String { "홀름 보정 p = \(p)" }

  func exact(_ p: String) -> String { "정확 순열 검정 p = \(p)" }

  func morePairs(_ count: Int) -> String { "\(NumberText.grouped(count))쌍이 CSV에 더 있습니다." }

  func method(pairs: Int, samples: Int) -> String {
    "글은 차이의 95\u{A0}% 신뢰 구간과, 시험한 \(NumberText.grouped(pairs))쌍에 홀름 보정을 한 p에 바탕을 둡니다. 부트스트랩 구간은 실행들을 "
      + "\(NumberText.grouped(samples))번 다시 뽑은 것이며, 시드가 적으면 너무 좁습니다."
  }

  var methodOfSingles: String {
    "실행이 하나씩이어서 시드에 따른 분산을 알 수 없습니다. 다시 학습하면 결과가 뒤집힐 수 있으니, 설정마다 여러 시드로 학습해 보십시오."
  }
}

extension KoreanComparison {
  func listed(_ names: [String], count: Int) -> String {
    names.isEmpty ? "실행 \(NumberText.grouped(count))개" : "실행 \(names.joined(separator: ", "))"
  }

  func unfinished(_ runs: [(status: RunOfStatus, listed: String, count: Int)]) -> String {
    let parts = runs.map { run in
      let state =
        switch run.status {
        case .failed: "실패"
        case .interrupted: "중단됨"
        case .running: "아직 실행 중"
        }
      return "\(run.listed): \(state)"
    }
    return parts.joined(separator: "; ") + ". 마지막 값을 그대로 셉니다."
  }

  func diverged(_ listed: String, count: Int) -> String {
    "\(KoreanParticle.subject(listed)) NaN이나 무한대로 끝났습니다. 평균에서 빠지므로 그 그룹이 좋아 보입니다."
  }

  func mixed(_ settings: [String], hasMore: Bool) -> String {
    "그룹 안의 실행들은 \(settings.joined(separator: ", "))\(hasMore ? " 등" : "")이(가) 서로 다릅니다. 신뢰 구간에는 시드뿐 아니라 이것도 들어 있습니다."
  }

  func withoutMetric(_ listed: String, _ spoken: String) -> String {
    "\(listed)에는 \(KoreanParticle.subject(spoken)) 기록되어 있지 않습니다."
  }

  func unequalLengths(_ groups: [String], hasMore: Bool) -> String {
    "\(named(groups, hasMore))의 실행들은 서로 다른 스텝에서 끝났습니다. 곡선은 그룹의 모든 실행에 있는 스텝만 보입니다."
  }

  func sameSeeds(_ groups: [String], hasMore: Bool) -> String {
    "\(named(groups, hasMore)): 시드가 같은 실행들이 있어서, 그 수만큼 우연을 알려 주지는 않습니다."
  }

  func commits(_ count: Int) -> String { "실행들의 커밋이 \(count)가지이므로 코드도 다를 수 있습니다." }

  func damaged(_ listed: String) -> String { "\(listed)의 기록 일부가 손상되어 보이지 않습니다." }

  private func named(_ groups: [String], _ hasMore: Bool) -> String {
    groups.joined(separator: ", ") + (hasMore ? " 등" : "")
  }
}
