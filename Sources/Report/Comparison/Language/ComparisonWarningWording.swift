/// The words of what a reader should know first.
protocol ComparisonWarningWording: Sendable {
  /// "the run a", "the runs a and b" or "12 runs".
  func listed(_ names: [String], count: Int) -> String
  func unfinished(_ runs: [(status: RunOfStatus, listed: String, count: Int)]) -> String
  func diverged(_ listed: String, count: Int) -> String
  func mixed(_ settings: [String], hasMore: Bool) -> String
  func withoutMetric(_ listed: String, _ spoken: String) -> String
  func unequalLengths(_ groups: [String], hasMore: Bool) -> String
  func sameSeeds(_ groups: [String], hasMore: Bool) -> String
  func commits(_ count: Int) -> String
  func damaged(_ listed: String) -> String
}

/// How a run ended that did not finish.
enum RunOfStatus: Sendable { case failed, interrupted, running }

extension EnglishComparison {
  func listed(_ names: [String], count: Int) -> String {
    guard !names.isEmpty else { return NumberText.counted(count, "run") }
    if names.count == 1 { return "the run \(names[0])" }
    return "the runs \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
  }

  func unfinished(_ runs: [(status: RunOfStatus, listed: String, count: Int)]) -> String {
    let parts = runs.map { run in
      let verb =
        switch run.status {
        case .failed: "failed"
        case .interrupted: run.count == 1 ? "was interrupted" : "were interrupted"
        case .running: run.count == 1 ? "is still running" : "are still running"
        }
      return "\(run.listed) \(verb)"
    }
    return parts.joined(separator: "; ").capitalizedFirst + ". Their last values count as they stand."
  }

  func diverged(_ listed: String, count: Int) -> String {
    "\(listed) \(count == 1 ? "ended" : "all ended") in NaN or infinity. Means leave them out, which flatters their "
      .capitalizedFirst + "groups."
  }

  func mixed(_ settings: [String], hasMore: Bool) -> String {
    "Within groups the runs differ in \(settings.joined(separator: ", "))\(hasMore ? " and more" : ""); intervals show "
      + "that too, not only seeds."
  }

  func withoutMetric(_ listed: String, _ spoken: String) -> String {
    "\(listed) did not record \(spoken).".capitalizedFirst
  }

  func unequalLengths(_ groups: [String], hasMore: Bool) -> String {
    "Runs of \(named(groups, hasMore)) ended at different steps; curves show the steps that all runs of a group have."
  }

  func sameSeeds(_ groups: [String], hasMore: Bool) -> String {
    "\(named(groups, hasMore)): some runs have the same seed, so they tell less about chance than their number says."
  }

  func commits(_ count: Int) -> String {
    "The runs were made with \(count) different commits, so the code may differ too."
  }

  func damaged(_ listed: String) -> String { "Part of the log of \(listed) is damaged and not shown." }

  private func named(_ groups: [String], _ hasMore: Bool) -> String {
    groups.joined(separator: ", ") + (hasMore ? " and others" : "")
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
