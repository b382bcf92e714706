/// The sentences of a page in one language: those that hold numbers or names, and hence are no fixed texts.
///
/// Each language is a type that has all of them, so that none can be forgotten.
protocol Wording: MetricWording, HeadWording, WarningWording, FigureWording, TimeWording {}

extension ReportLanguage {
  /// The sentences in this language.
  var words: any Wording {
    switch self {
    case .english: EnglishWording()
    case .korean: KoreanWording()
    }
  }
}

/// The sentences in English.
struct EnglishWording: Wording {}

/// The sentences in Korean.
struct KoreanWording: Wording {}
