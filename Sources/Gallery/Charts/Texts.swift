internal import Plot

/// Titles, scripts and names of every length.
enum Texts: GalleryTopic {
  static let title = "Text"

  static let entries: [Entry] = [
    ("Korean", "korean", korean),
    ("Many scripts", "scripts", scripts),
    ("Long title", "longTitle", longTitle),
  ]

  /// A line of Korean text with Latin and figures.
  static func korean() -> Chart {
    Chart("월별 국제선 승객 수 (1949–1951)") {
      LineMark(
        x: Array(1...36), y: Array(SampleData.passengers.prefix(36)),
        series: "원본")
      LineMark(
        x: Array(1...36),
        y: SampleData.passengers.prefix(36).map { 0.96 * $0 + 9 },
        series: "예측")
    }
    .subtitle("원본과 LSTM 모델의 예측을 비교한다")
    .xAxis("개월")
    .yAxis("승객 수 (천 명)")
  }

  /// Every character is set in the first font that has it; words from right to left are put in order.
  static func scripts() -> Chart {
    Chart("Ελληνικά, 日本語, 中文, עברית, العربية, Tiếng Việt") {
      BarMark(
        x: ["ψυχή", "こころ", "心", "마음", "לב", "قلب", "tâm"],
        y: [4, 6, 2, 5, 3, 4, 5])
    }
    .subtitle("One word in seven scripts")
    .yAxis("Glyphs × 10⁻³")
  }

  /// Titles that are wider than the page do not run off it.
  static func longTitle() -> Chart {
    Chart(
      "A long title that says everything there is to say about the chart, its data, its method and its author at once"
    ) {
      LineMark(x: Array(1...40), y: SampleData.walk(40, seed: 21))
    }
    .subtitle(
      "A subtitle that goes on and on as well, for the sake of the example, until it is wider than the chart itself is"
    )
    .caption(
      "Source: somebody who keeps very thorough notes on where each of these numbers was found, when, and by whom exactly"
    )
  }
}
