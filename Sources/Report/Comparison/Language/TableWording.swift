/// The words of the head and of the tables.
protocol TableWording: Sendable {
  /// "20 runs in 4 groups"; without groups where each is one run.
  func title(runs: Int, groups: Int?) -> String
  func judged(by spoken: String, isLowerBetter: Bool) -> String
  /// "5" or "3 to 5".
  func range(_ counts: ClosedRange<Int>) -> String
  /// That only so many of all are in the table.
  func best(_ shown: Int, of all: Int, areGroups: Bool) -> String
  var valuesAreMeans: String { get }
  func moreSettings(_ count: Int) -> String
  var noSettings: String { get }
  func first(_ shown: Int, of runs: Int) -> String
  /// The head of a metric's column of final values.
  func finalColumn(_ spoken: String) -> String
  func everyRun(_ count: String) -> String
}

extension EnglishComparison {
  func title(runs: Int, groups: Int?) -> String {
    let runs = NumberText.counted(runs, "run")
    return groups.map { "\(runs) in \(NumberText.counted($0, "group"))" } ?? runs
  }

  func judged(by spoken: String, isLowerBetter: Bool) -> String {
    "final \(spoken), \(isLowerBetter ? "lower" : "higher") is better"
  }

  func range(_ counts: ClosedRange<Int>) -> String {
    counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
  }

  func best(_ shown: Int, of all: Int, areGroups: Bool) -> String {
    "The best \(shown) of \(NumberText.counted(all, areGroups ? "group" : "run"))."
  }

  var valuesAreMeans: String {
    "Values are means over the runs of a group; ± is half the 95\u{A0}% interval of the mean."
  }

  func moreSettings(_ count: Int) -> String {
    let settings = NumberText.counted(count, "more setting")
    return "\(settings) that \(count == 1 ? "differs is" : "differ are") in the CSV."
  }

  var noSettings: String { "The runs recorded no setting that differs." }

  func first(_ shown: Int, of runs: Int) -> String {
    "The first \(shown) of \(NumberText.counted(runs, "run")); all of them are in the CSV."
  }

  func finalColumn(_ spoken: String) -> String { "Final \(spoken)" }

  func everyRun(_ count: String) -> String { "Every run (\(count))" }
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
