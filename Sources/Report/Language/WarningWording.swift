internal import Runs

/// What a reader should know before trusting a run; see ``WarningSection``.
protocol WarningWording: Sendable {
  func runFailed(_ reason: String) -> String
  /// - Parameter metrics: The first of them, and whether there are others.
  func stillImproving(_ metrics: [String], andOthers: Bool) -> String
  func gapGrew(_ metric: String, from before: String, to after: String) -> String
  func missingNumbers(_ curve: String, _ count: Int, of total: Int) -> String
  func damage(_ count: Int) -> String
  func uncommittedChanges(_ commit: String?) -> String
  /// That findings of one kind are not all listed here.
  func moreOfThisKind(_ count: Int) -> String
  /// That findings are not all listed at all.
  func moreFindings(_ count: Int) -> String
  /// Where something was found: "events at byte 12".
  func place(_ file: String, byte: Int?) -> String
  /// What the reader of a log, or Plot, remarked in English.
  func remark(_ message: String) -> String
}

extension EnglishWording {
  func runFailed(_ reason: String) -> String { "The run failed: \(reason)" }

  func stillImproving(_ metrics: [String], andOthers: Bool) -> String {
    let list = metrics.joined(separator: ", ") + (andOthers ? " and others" : "")
    let verb = metrics.count == 1 ? "was" : "were"
    return "\(list.capitalizedFirst) \(verb) still improving when the run ended: it may have been too short."
  }

  func gapGrew(_ metric: String, from before: String, to after: String) -> String {
    "The gap between training and validation \(metric) grew from \(before) half-way to \(after) at the end."
  }

  func missingNumbers(_ curve: String, _ count: Int, of total: Int) -> String {
    let which = "\(NumberText.grouped(count)) of \(NumberText.counted(total, "value"))"
    return "\(curve): \(which) \(count == 1 ? "is" : "are") NaN or infinite; its curve has gaps there."
  }

  func damage(_ count: Int) -> String {
    "Part of the log is damaged and not shown (\(NumberText.counted(count, "finding"))): see the end of the page."
  }

  func uncommittedChanges(_ commit: String?) -> String {
    let name = commit.map { "commit \($0)" } ?? "its commit"
    return "There were uncommitted changes when the run started, so \(name) alone does not repeat it."
  }

  func moreOfThisKind(_ count: Int) -> String {
    "\(NumberText.counted(count, "more finding")) of this kind: see the end of the page."
  }

  func moreFindings(_ count: Int) -> String { "\(NumberText.counted(count, "more finding"))." }

  func place(_ file: String, byte: Int?) -> String {
    file + (byte.map { " at byte \(NumberText.grouped($0))" } ?? "")
  }

  func remark(_ message: String) -> String { message }
}

extension KoreanWording {
  func runFailed(_ reason: String) -> String { "실행이 실패했습니다: \(reason)" }

  func stillImproving(_ metrics: [String], andOthers: Bool) -> String {
    let list = metrics.joined(separator: ", ")
    let subject = andOthers ? "\(list) 등이" : KoreanParticle.subject(list)
    return "실행이 끝날 때 \(subject) 아직 나아지고 있었습니다. 실행이 너무 짧았을 수 있습니다."
  }

  func gapGrew(_ metric: String, from before: String, to after: String) -> String {
    "학습 \(KoreanParticle.with(metric)) 검증 \(metric)의 차이가 중간의 \(before)에서 마지막의 \(after)까지 벌어졌습니다."
  }

  func missingNumbers(_ curve: String, _ count: Int, of total: Int) -> String {
    "\(curve): 값 \(NumberText.grouped(total))개 가운데 \(NumberText.grouped(count))개가 NaN이거나 무한대여서 "
      + "곡선이 그곳에서 끊깁니다."
  }

  func damage(_ count: Int) -> String {
    "기록의 일부가 손상되어 보이지 않습니다(\(NumberText.grouped(count))건). 페이지 끝을 보십시오."
  }

  func uncommittedChanges(_ commit: String?) -> String {
    let name = commit.map { "커밋 \($0)" } ?? "커밋"
    return "실행을 시작할 때 커밋하지 않은 변경이 있었으므로 \(name)만으로는 이 실행을 되풀이할 수 없습니다."
  }

  func moreOfThisKind(_ count: Int) -> String {
    "같은 종류가 \(NumberText.grouped(count))건 더 있습니다. 페이지 끝을 보십시오."
  }

  func moreFindings(_ count: Int) -> String { "\(NumberText.grouped(count))건 더 있습니다." }

  func place(_ file: String, byte: Int?) -> String {
    file + (byte.map { ", 바이트 \(NumberText.grouped($0))" } ?? "")
  }

  func remark(_ message: String) -> String { KoreanRemarks.translation(of: message) ?? message }
}
