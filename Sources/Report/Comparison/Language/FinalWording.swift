/// The words of the final values' section.
protocol FinalWording: Sendable {
  func finalTitle(_ spoken: String, isClose: Bool) -> String
  /// A chart of final values for readers who cannot see it: each group's mean and interval, as text.
  func finals(
    _ title: String, _ groups: [(name: String, mean: String, interval: (low: String, high: String)?)]
  ) -> String
  func finalCaption(isClose: Bool) -> String
  /// That groups are one run each.
  var oneRunEach: String { get }
  func dashed(baseline: String) -> String
  /// That only the best and the worst of so many groups are shown.
  func best(of groups: Int, hasBaseline: Bool) -> String
  func lost(_ runs: Int) -> String
}

extension EnglishComparison {
  func finalTitle(_ spoken: String, isClose: Bool) -> String { "Final \(spoken)\(isClose ? ", seen from near" : "")" }

  func finals(
    _ title: String, _ groups: [(name: String, mean: String, interval: (low: String, high: String)?)]
  ) -> String {
    let parts = groups.map { group in
      "\(group.name) \(group.mean)" + (group.interval.map { " (\($0.low) to \($0.high))" } ?? "")
    }
    return "\(title): \(parts.joined(separator: "; "))."
  }

  func finalCaption(isClose: Bool) -> String {
    isClose
      ? "Each dot is a run; diamond and line are the mean and its 95\u{A0}% interval."
      : "Bars are means, lines their 95\u{A0}% intervals; each dot is a run."
  }

  var oneRunEach: String { "One run each, so no variance between seeds is known." }

  func dashed(baseline: String) -> String { "Dashed: the baseline \(baseline)." }

  func best(of groups: Int, hasBaseline: Bool) -> String {
    "The best of \(NumberText.grouped(groups)) groups\(hasBaseline ? ", the baseline" : "") and the worst."
  }

  func lost(_ runs: Int) -> String {
    "\(NumberText.counted(runs, "run")) ended in NaN or infinity and cannot be shown."
  }
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
