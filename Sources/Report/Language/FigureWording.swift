/// What is said about charts, tables and their files.
protocol FigureWording: Sendable {
  /// That a chart shows fewer rows than there are.
  func reduced(drawn: Int, stored: Int) -> String
  /// What marks the best value in a chart: a dot, and with it perhaps a dashed line.
  func bestCaption(_ metric: String, _ value: String, at place: String, hasLine: Bool) -> String
  /// The best value beside the final one.
  func best(_ value: String, at place: String) -> String
  func metricsNotDrawn(_ count: Int) -> String
  /// How many rows of a table are shown, and how many columns are not.
  func rows(shown: Int, of total: Int, hiddenColumns: Int) -> String
  func processors(_ count: Int) -> String
  /// A link to a file, for those who hear the page: "Loss as PNG".
  func file(_ title: String, _ format: String) -> String
  func cannotBeDrawn(_ reason: String) -> String
  func cannotBeDrawnInEveryFormat(_ reason: String) -> String
  func cannotBeRead(_ reason: String) -> String
  func keyIsMissing(_ key: String) -> String
  /// What the decoder said of a specification as a whole, and of a value in it; it speaks English.
  func isNoSpecification(_ detail: String) -> String
  func isOfAnotherKind(_ path: String, _ detail: String) -> String
  /// In place of a chart of a metric that was never a number.
  func nothingToDraw(_ metric: String) -> String
}

extension EnglishWording {
  func reduced(drawn: Int, stored: Int) -> String {
    "Drawn with \(NumberText.grouped(drawn)) of \(NumberText.counted(stored, "stored point")); the CSV has all of them."
  }

  func bestCaption(_ metric: String, _ value: String, at place: String, hasLine: Bool) -> String {
    "\(hasLine ? "The dashed line and the dot mark" : "The dot marks") the best \(metric), \(value) at \(place)."
  }

  func best(_ value: String, at place: String) -> String { "best \(value) · \(place)" }

  func metricsNotDrawn(_ count: Int) -> String {
    "\(NumberText.counted(count, "more metric")) of this run \(count == 1 ? "is" : "are") not drawn here."
  }

  func rows(shown: Int, of total: Int, hiddenColumns: Int) -> String {
    let rows = NumberText.counted(total, "row")
    let columns = hiddenColumns > 0 ? ", \(NumberText.counted(hiddenColumns, "column")) not shown" : ""
    return (shown < total ? "First \(shown) of \(rows)" : rows) + columns
  }

  func processors(_ count: Int) -> String { NumberText.counted(count, "logical processor") }
  func file(_ title: String, _ format: String) -> String { "\(title) as \(format)" }
  func cannotBeDrawn(_ reason: String) -> String { "This chart cannot be drawn: \(reason)" }
  func cannotBeDrawnInEveryFormat(_ reason: String) -> String {
    "This chart cannot be drawn in every format: \(reason)"
  }
  func cannotBeRead(_ reason: String) -> String {
    "This chart cannot be drawn, because its specification cannot be read: \(reason)"
  }
  func keyIsMissing(_ key: String) -> String { "the key “\(key)” is missing" }
  func isNoSpecification(_ detail: String) -> String { detail }
  func isOfAnotherKind(_ path: String, _ detail: String) -> String { "\(path): \(detail)" }
  func nothingToDraw(_ metric: String) -> String {
    "No value of \(metric) is a number, so there is nothing to draw."
  }
}

extension KoreanWording {
  func reduced(drawn: Int, stored: Int) -> String {
    "저장된 \(NumberText.grouped(stored))개 점 가운데 \(NumberText.grouped(drawn))개로 그렸습니다. CSV 파일에는 모두 있습니다."
  }

  func bestCaption(_ metric: String, _ value: String, at place: String, hasLine: Bool) -> String {
    "\(hasLine ? "점선과 점이" : "점이") 나타내는 것은 가장 좋은 \(metric) 값, \(place)의 \(value)입니다."
  }

  func best(_ value: String, at place: String) -> String { "최고 \(value) · \(place)" }

  func metricsNotDrawn(_ count: Int) -> String {
    "이 실행의 다른 지표 \(NumberText.grouped(count))개는 여기에 그리지 않았습니다."
  }

  func rows(shown: Int, of total: Int, hiddenColumns: Int) -> String {
    let columns = hiddenColumns > 0 ? ", 열 \(NumberText.grouped(hiddenColumns))개는 생략" : ""
    let rows = NumberText.grouped(total)
    return (shown < total ? "\(rows)행 중 첫 \(shown)행" : "\(rows)행") + columns
  }

  func processors(_ count: Int) -> String { "논리 프로세서 \(NumberText.grouped(count))개" }
  func file(_ title: String, _ format: String) -> String { "\(title), \(format) 파일" }
  func cannotBeDrawn(_ reason: String) -> String { "이 차트를 그릴 수 없습니다: \(reason)" }
  func cannotBeDrawnInEveryFormat(_ reason: String) -> String {
    "이 차트를 그릴 수 없는 형식이 있습니다: \(reason)"
  }
  func cannotBeRead(_ reason: String) -> String { "명세를 읽을 수 없어 이 차트를 그릴 수 없습니다: \(reason)" }
  func keyIsMissing(_ key: String) -> String { "“\(key)” 키가 없습니다" }
  func isNoSpecification(_ detail: String) -> String { "올바른 JSON 명세가 아닙니다" }
  func isOfAnotherKind(_ path: String, _ detail: String) -> String { "“\(path)” 키의 값이 다른 종류입니다" }
  func nothingToDraw(_ metric: String) -> String { "\(metric) 값 가운데 수인 것이 없어 그릴 것이 없습니다." }
}
