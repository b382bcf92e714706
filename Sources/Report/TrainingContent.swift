internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Everything on a training report, drawn: the seam between the run and the files.
struct TrainingContent {
  private let outcome: RunOutcome
  private let curveCount: Int
  private let tables: [TableSection.Entry]

  /// The curves and then the charts that the program logged.
  let drawn: [ChartDrawing.Drawn]

  /// More metrics than this are not drawn; a note says how many there are.
  static let curveLimit = 24

  init(run: Run, language: ReportLanguage = .english, formats: Set<ReportFormat> = [.html], withFiles: Bool = true) {
    outcome = RunOutcome(of: run, language: language)
    var slugs = Slugs()
    // The program's own charts have the first choice of names.
    let progress = outcome.progress
    var logged = run.charts.map {
      Figure($0, slug: slugs.unique($0.slug, fallback: "chart"), steps: progress.steps, language: language)
    }
    let curves = outcome.families.prefix(TrainingContent.curveLimit).compactMap { family -> Figure? in
      let repeated = logged.firstIndex { $0.repeats(family) }.map { logged.remove(at: $0) }
      let slug = repeated == nil ? slugs.unique("curve-" + family.metric, fallback: "curve") : ""
      let figure = CurveFigure(family: family, progress: progress).figure(slug: slug)
      return repeated.flatMap { figure?.replacing($0) } ?? figure
    }
    curveCount = curves.count
    drawn = ChartDrawing.draw(curves + logged, for: formats, language: language, withFiles: withFiles)
    var tableSlugs = Slugs()
    tables = run.tables.map { TableSection.Entry(slug: tableSlugs.unique($0.slug, fallback: "table"), table: $0) }
  }

  // MARK: What stands in every format

  var language: ReportLanguage { outcome.language }
  var name: String { HeadSection(outcome: outcome).name }
  var statusLabel: String { HeadSection(outcome: outcome).status.string("label") }
  var facts: [TemplateValues] { HeadSection(outcome: outcome).facts }
  var verdict: String { HeadSentence(outcome: outcome).sentence.text }
  var notes: String? { outcome.run.manifest.notes.flatMap { $0.isEmpty ? nil : VisibleText.value($0) } }
  var warnings: [String] { WarningSection(outcome: outcome).warnings }
  var tiles: [TemplateValues] { TileSection(outcome: outcome).tiles }
  var curveFigures: [ChartDrawing.Drawn] { Array(drawn.prefix(curveCount)) }
  var loggedFigures: [ChartDrawing.Drawn] { Array(drawn.dropFirst(curveCount)) }
  var tableValues: [TemplateValues] { TableSection(entries: tables, language: language).values?.list("entries") ?? [] }
  var model: TemplateValues? {
    outcome.run.manifest.model.flatMap { $0.layers.isEmpty ? nil : ModelSection(model: $0, language: language).values }
  }
  var settings: TemplateValues? { SettingsSection(manifest: outcome.run.manifest, language: language).values }
  var diagnostics: [TemplateValues] {
    DiagnosticSection(diagnostics: outcome.run.diagnostics, language: language).values?.list("entries") ?? []
  }

  // MARK: Files

  /// The charts in every format that was asked for.
  var chartFiles: [OutputFolder.File] {
    drawn.flatMap { drawn in
      drawn.files.map { file in
        OutputFolder.File(path: ReportFiles.path(ofChart: drawn.figure.slug, file.format), bytes: file.bytes)
      }
    }
  }

  /// The tables as CSV.
  var tableFiles: [OutputFolder.File] {
    tables.map { entry in
      let text = ([entry.table.header] + entry.table.rows).map(CSVWriter.row).joined()
      return OutputFolder.File(path: ReportFiles.path(ofTable: entry.slug), bytes: Data(text.utf8))
    }
  }

  /// The page.
  func html() throws(ReportError) -> String {
    let templates = try PageTemplates()
    let head = HeadSection(outcome: outcome)
    let body = try templates.render("training", values(head))
    var page = Page(
      title: "\(head.name) · \(InterfaceText.text("report", language))",
      description: HeadSentence(outcome: outcome).sentence.text, body: body)
    page.language = language
    page.data = PageData(language: language, charts: drawn.compactMap(\.data)).json
    return try page.html(with: templates)
  }

  private func values(_ head: HeadSection) -> TemplateValues {
    let sections = self.sections
    return [
      "text": InterfaceText.values(language), "name": head.name, "status": head.status, "verdict": head.verdict,
      "facts": head.facts.entriesIfAny,
      "notes": notes.map { [$0] },
      "contents": sections.count > 2 ? contents(sections) : nil,
      "warnings": warnings.entriesIfAny,
      "tiles": sections["tiles"], "curves": sections["curves"], "charts": sections["charts"],
      "tables": sections["tables"], "model": sections["model"], "settings": sections["settings"],
      "diagnostics": sections["diagnostics"],
    ]
  }

  /// The sections that the run has data for, by the name that the template gives them.
  private var sections: [String: TemplateValues] {
    let sections: [String: TemplateValues?] = [
      "tiles": tiles.entriesIfAny,
      "curves": curves,
      "charts": FigureSection(drawn: loggedFigures, language: language).values,
      "tables": TableSection(entries: tables, language: language).values,
      "model": model, "settings": settings, "diagnostics": diagnostics.entriesIfAny,
    ]
    return sections.compactMapValues { $0 }
  }

  private var curves: TemplateValues? {
    let hidden = outcome.families.count - TrainingContent.curveLimit
    let note = hidden > 0 ? language.words.metricsNotDrawn(hidden) : nil
    return FigureSection(drawn: curveFigures, language: language, note: note).values
  }

  private func contents(_ sections: [String: TemplateValues]) -> TemplateValues? {
    TrainingContent.order.filter { sections[$0.section] != nil }
      .map { entry -> TemplateValues in ["id": entry.id, "title": InterfaceText.text(entry.title, language)] }
      .entriesIfAny
  }

  /// The sections as the page orders them, with their ids and the keys of their headings.
  private static let order: [(section: String, id: String, title: String)] = [
    ("tiles", "metrics", "metrics"), ("curves", "curves", "curves"), ("charts", "charts", "charts"),
    ("tables", "tables", "tables"), ("model", "model", "model"), ("settings", "settings", "settings"),
    ("diagnostics", "log", "log"),
  ]
}
