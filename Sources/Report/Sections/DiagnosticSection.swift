internal import Runs

/// What the reader of the logs noticed, in its order.
struct DiagnosticSection {
  var diagnostics: [Diagnostic]

  /// More findings than this are counted only.
  static let limit = 50

  var values: TemplateValues? {
    let shown = diagnostics.prefix(DiagnosticSection.limit).map(values)
    let rest = diagnostics.count - shown.count
    let more: [TemplateValues] =
      rest > 0 ? [["kind": "note", "label": "Note", "text": "\(NumberText.counted(rest, "more finding"))."]] : []
    return (shown + more).entriesIfAny
  }

  private func values(_ diagnostic: Diagnostic) -> TemplateValues {
    let offset = diagnostic.byteOffset.map { " at byte \(NumberText.grouped($0))" } ?? ""
    let place = diagnostic.file.map { "\($0)\(offset): " } ?? ""
    return [
      "kind": diagnostic.severity.rawValue, "label": diagnostic.severity.rawValue.capitalizedFirst,
      "text": VisibleText.value(place + diagnostic.message),
    ]
  }
}
