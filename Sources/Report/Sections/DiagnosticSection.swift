internal import Runs

/// What the reader of the logs noticed, in its order.
struct DiagnosticSection {
  var diagnostics: [Diagnostic]
  var language = ReportLanguage.english

  /// More findings than this are counted only.
  static let limit = 50

  var values: TemplateValues? {
    let shown = diagnostics.prefix(DiagnosticSection.limit).map(values)
    let rest = diagnostics.count - shown.count
    let more: [TemplateValues] =
      rest > 0
      ? [
        [
          "kind": "note", "label": InterfaceText.text("note", language),
          "text": language.words.moreFindings(rest),
        ]
      ] : []
    return (shown + more).entriesIfAny
  }

  private func values(_ diagnostic: Diagnostic) -> TemplateValues {
    let place = diagnostic.file.map { language.words.place($0, byte: diagnostic.byteOffset) + ": " } ?? ""
    return [
      "kind": diagnostic.severity.rawValue, "label": InterfaceText.text(diagnostic.severity.rawValue, language),
      "text": VisibleText.value(place + language.words.remark(diagnostic.message)),
    ]
  }
}
