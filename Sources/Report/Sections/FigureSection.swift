/// The values of figures for the template: drawing, title, caption, outcome of each series and links to the files.
struct FigureSection {
  var drawn: [ChartDrawing.Drawn]
  var language = ReportLanguage.english
  /// A sentence under the last figure.
  var note: String?

  /// The values, or nil without a figure, so that the section is left out.
  var values: TemplateValues? {
    drawn.isEmpty ? nil : ["figures": drawn.map(figure), "note": note]
  }

  /// The id of a figure on the page.
  static func id(_ slug: String) -> String { "figure-" + slug }

  private func figure(_ drawn: ChartDrawing.Drawn) -> TemplateValues {
    [
      "id": Self.id(drawn.figure.slug),
      "title": drawn.figure.title,
      "caption": drawn.figure.caption.isEmpty ? nil : drawn.figure.caption,
      "svg": drawn.inlineSVG,
      "narrowSVG": drawn.narrowSVG,
      "width": Int((drawn.widthInPoints * 1.15).rounded()),
      "remarks": drawn.remarks + reduction(drawn),
      "problem": drawn.problem,
      "summary": drawn.figure.summary.map(summary).entriesIfAny,
      "links": drawn.linkedFormats.map { link($0, drawn.figure) }.entriesIfAny,
    ]
  }

  /// That the page shows fewer rows than there are, if it does.
  private func reduction(_ drawn: ChartDrawing.Drawn) -> [String] {
    guard drawn.rowCounts.drawn < drawn.rowCounts.stored else { return [] }
    return [language.words.reduced(drawn: drawn.rowCounts.drawn, stored: drawn.rowCounts.stored)]
  }

  private func summary(_ line: Figure.SummaryLine) -> TemplateValues {
    ["color": line.color, "label": line.label, "value": line.value, "detail": line.detail]
  }

  private func link(_ format: ChartDrawing.Format, _ figure: Figure) -> TemplateValues {
    let label = format.rawValue.uppercased()
    return [
      "label": label, "words": language.words.file(figure.title, label),
      "href": ReportFiles.path(ofChart: figure.slug, format),
    ]
  }
}
