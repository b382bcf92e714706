/// The language of a page's own words; what comes from a log stays as it was logged.
public enum ReportLanguage: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Korean.
  case korean = "ko"
}
