/// The sentences of a page in one language: those that hold numbers or names, and hence are no fixed texts.
protocol Wording: Sendable {
  /// That a chart shows fewer rows than there are.
  func reduced(drawn: Int, stored: Int) -> String
}

extension ReportLanguage {
  /// The sentences in this language.
  var words: any Wording {
    switch self {
    case .english: EnglishWording()
    case .korean: KoreanWording()
    }
  }
}

struct EnglishWording: Wording {
  func reduced(drawn: Int, stored: Int) -> String {
    "Drawn with \(NumberText.grouped(drawn)) of \(NumberText.counted(stored, "stored point")); the CSV has all of them."
  }
}

struct KoreanWording: Wording {
  func reduced(drawn: Int, stored: Int) -> String {
    "저장된 \(NumberText.grouped(stored))개 점 가운데 \(NumberText.grouped(drawn))개로 그렸습니다. CSV 파일에는 모두 있습니다."
  }
}
