/// The words of the curves' section.
protocol CurveWording: Sendable {
  /// The titles of the x axes.
  var step: String { get }
  var epoch: String { get }
  func elapsed(_ unit: CurvePlaces.TimeUnit) -> String

  /// That lines are means of so many runs with intervals, formed on a scale.
  func means(of runs: ClosedRange<Int>, on scale: IntervalScale) -> String
  /// That gray areas are the range of so many other groups.
  func grayRange(_ count: Int) -> String
  /// That gray lines are so many other groups.
  func grayLines(_ count: Int) -> String
  func smoothed(over span: Int, holdsEveryValue: Bool) -> String
  /// That not all points are drawn.
  func reduced(to points: Int, of stored: Int) -> String
  /// That so many metrics have no chart.
  func moreMetrics(_ count: Int) -> String
  /// A chart of curves for readers who cannot see it: where each begins and ends, as text, and how many gray ones there are.
  func curves(
    _ metric: String, over x: String, isLog: Bool, _ lines: [(name: String, first: String, last: String)], others: Int
  ) -> String
  func eachRunTitle(_ metric: String) -> String
  var eachRunCaption: String { get }
}

extension EnglishComparison {
  var step: String { "Step" }
  var epoch: String { "Epoch" }

  func elapsed(_ unit: CurvePlaces.TimeUnit) -> String {
    switch unit {
    case .seconds: "Elapsed time (s)"
    case .minutes: "Elapsed time (min)"
    case .hours: "Elapsed time (h)"
    }
  }

  func means(of runs: ClosedRange<Int>, on scale: IntervalScale) -> String {
    let scale =
      switch scale {
      case .linear: ""
      case .logarithmic: " (formed on logarithms, so that it stays above 0)"
      case .logit: " (formed on log odds, so that it stays between 0 and 1)"
      }
    let size = runs.count == 1 ? "\(runs.lowerBound) runs each" : "\(range(runs)) runs"
    return "Means of \(size) with the 95\u{A0}% interval of the mean\(scale), at the steps that all of them have."
  }

  func grayRange(_ count: Int) -> String {
    "Gray: the range of the \(NumberText.counted(count, "other")), darker the middle half of them."
  }

  func grayLines(_ count: Int) -> String { "Gray: the \(NumberText.counted(count, "other"))." }

  func smoothed(over span: Int, holdsEveryValue: Bool) -> String {
    let band = holdsEveryValue ? "; the bands hold every value" : ""
    return "Smoothed by an exponential moving average over about \(NumberText.grouped(span)) points\(band)."
  }

  func reduced(to points: Int, of stored: Int) -> String {
    "At most \(NumberText.grouped(points)) of \(NumberText.grouped(stored)) points a line are drawn; peaks are kept."
  }

  func moreMetrics(_ count: Int) -> String {
    "\(NumberText.counted(count, "more metric")) of these runs \(count == 1 ? "is" : "are") not drawn here."
  }

  func curves(
    _ metric: String, over x: String, isLog: Bool, _ lines: [(name: String, first: String, last: String)], others: Int
  ) -> String {
    let parts = lines.map { "\($0.name) \($0.first) → \($0.last)" }
    return "Line chart, \(metric)\(isLog ? " (log)" : "") by \(x). \(parts.joined(separator: "; "))"
      + (others > 0 ? "; in gray \(NumberText.counted(others, "other"))." : ".")
  }

  func eachRunTitle(_ metric: String) -> String { "\(metric), each run" }

  var eachRunCaption: String { "Every run as a line of its own, in the colour of its group." }
}

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
