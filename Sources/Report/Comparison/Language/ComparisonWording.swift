/// The sentences of a comparison in one language: those that hold numbers or names, and hence are no fixed texts.
///
/// Each part of the page has a protocol of its own, with both languages beside it. Names of groups, runs and metrics are
/// given as they are shown; a metric's `spoken` name stands inside of a sentence.
protocol ComparisonWording: CurveWording, FinalWording, SettingWording, TableWording, VerdictWording, PairWording,
  ComparisonWarningWording
{}

extension ReportLanguage {
  /// The sentences of comparisons in this language.
  var comparison: any ComparisonWording {
    switch self {
    case .english: EnglishComparison()
    case .korean: KoreanComparison()
    }
  }
}

/// The sentences of a comparison in English.
struct EnglishComparison: ComparisonWording {}

/// The sentences of a comparison in Korean.
struct KoreanComparison: ComparisonWording {}
