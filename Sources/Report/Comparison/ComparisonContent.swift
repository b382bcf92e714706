internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Everything on a comparison, drawn: the seam between the runs and the files.
struct ComparisonContent {
  private let comparison: Comparison
  private let standings: [Int: Standing]
  private let pairs: [Standing]
  private let curves: [MetricCurves]
  private let curveFigures: ComparisonFigures
  private let logged: [LoggedComparison.Row]
  private let xTitle: String

  /// All figures, in the order of the page.
  let drawn: [ChartDrawing.Drawn]

  /// More metrics than this are not drawn; a note says how many there are.
  static let curveLimit = 24

  init(_ comparison: Comparison, xAxis: ComparisonReport.XAxis) {
    self.comparison = comparison
    let places = CurvePlaces(xAxis, of: comparison.runs)
    xTitle = places.title
    let metrics = comparison.metrics.prefix(ComparisonContent.curveLimit)
    curves = Array(metrics).concurrentMap { MetricCurves($0, of: comparison, at: places) }
      .filter { $0.longestCount > 0 }
    curveFigures = ComparisonFigures(comparison, curves, xTitle: xTitle)
    drawn = ComparisonContent.drawn(curveFigures, curves, names: comparison.groups.map(\.name), xTitle: xTitle)
    logged = LoggedComparison(comparison: comparison).rows()
    guard let main = comparison.main, let reference = comparison.reference else {
      (standings, pairs) = ([:], [])
      return
    }
    let others = comparison.groups.indices.filter { $0 != reference }.map { (group: $0, other: reference) }
    standings = Dictionary(
      Standing.all(others, of: comparison, main).map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
    pairs = PairSection(comparison: comparison, metric: main).standings()
  }

  /// The figures. Beside curves lies the CSV of all their points, not of those that are drawn.
  private static func drawn(
    _ figures: ComparisonFigures, _ curves: [MetricCurves], names: [String], xTitle: String
  ) -> [ChartDrawing.Drawn] {
    var drawn = ChartDrawing.draw(figures.all)
    let tables = figures.curveSlugs.concurrentMap { curves[$0.index].csv(names, xTitle: xTitle) }
    for (number, table) in zip(figures.curveRange, tables) {
      drawn[number].files = drawn[number].files.map { file in
        file.format == .csv ? ChartDrawing.ChartFile(format: .csv, bytes: Data(table.utf8)) : file
      }
    }
    return drawn
  }

  /// The charts in every format.
  var chartFiles: [OutputFolder.File] {
    drawn.flatMap { drawn in
      drawn.files.map { file in
        OutputFolder.File(path: ReportFiles.path(ofChart: drawn.figure.slug, file.format), bytes: file.bytes)
      }
    }
  }

  /// The numbers as CSV.
  var tableFiles: [OutputFolder.File] {
    var tables = [("runs", RunRows(comparison: comparison).csv)]
    if let main = comparison.main, !pairs.isEmpty {
      tables.append(("differences", PairSection(comparison: comparison, metric: main).csv(pairs)))
    }
    return tables.map { OutputFolder.File(path: ReportFiles.path(ofTable: $0.0), bytes: Data($0.1.utf8)) }
  }

  /// The page.
  func html() throws(ReportError) -> String {
    let templates = try PageTemplates()
    let body = try templates.render("comparison", values)
    let sentence = ComparisonSentence(comparison: comparison).sentence.text
    var page = Page(
      title: title + " · comparison", description: sentence, style: PageAssets.text(named: "comparison.css") ?? "",
      body: body)
    page.data = PageData(language: .english, charts: drawn.compactMap(\.data)).json
    return try page.html(with: templates)
  }

  /// "20 runs in 4 groups".
  private var title: String {
    let runs = NumberText.counted(comparison.runs.count, "run")
    let groups = comparison.groups.count
    return groups == comparison.runs.count ? runs : "\(runs) in \(NumberText.counted(groups, "group"))"
  }

  private var values: TemplateValues {
    let sections = self.sections
    return [
      "title": title, "groupsTitle": groupsTitle, "verdict": verdict, "facts": facts.entriesIfAny,
      "contents": sections.count > 2 ? contents(sections) : nil,
      "warnings": ComparisonWarnings(comparison: comparison).warnings.entriesIfAny,
      "table": sections["table"], "curves": sections["curves"], "finals": sections["finals"],
      "settings": sections["settings"], "charts": sections["charts"], "pairs": sections["pairs"],
    ]
  }

  /// Whether a group has more than one run.
  private var hasSeveral: Bool { comparison.groups.contains { $0.count > 1 } }

  private var groupsTitle: String { hasSeveral ? "Groups" : "Runs" }

  private var verdict: [TemplateValues] {
    ComparisonSentence(comparison: comparison).sentence.pieces.map { ["text": $0.text, "strong": $0.isStrong] }
  }

  private var facts: [TemplateValues] {
    let sizes = comparison.groups.map(\.count)
    let seeds = Set(sizes).count == 1 ? "\(sizes.first ?? 0)" : "\(sizes.min() ?? 0) to \(sizes.max() ?? 0)"
    let grouped = comparison.grouping.map { $0.joined(separator: ", ") } ?? "configuration"
    let facts: [(String, String?)] = [
      (
        "Judged by",
        comparison.main.map {
          "final \($0.spoken), \($0.direction == .min ? "lower" : "higher") is "
            + "better"
        }
      ),
      ("Baseline", comparison.baseline.map(comparison.name) ?? (comparison.groups.count > 1 ? "none named" : nil)),
      ("Grouped by", hasSeveral ? VisibleText.name(grouped) : nil),
      ("Runs a group", hasSeveral ? seeds : nil),
    ]
    return facts.compactMap { label, value in value.map { ["label": label, "value": $0] } }
  }

  /// The sections that there is data for, by the name that the template gives them.
  private var sections: [String: TemplateValues] {
    let settings = figures(curveFigures.settingRange)
    let sections: [String: TemplateValues?] = [
      "table": table,
      "curves": curvesSection,
      "finals": figures(curveFigures.finalRange),
      "settings": settings,
      "charts": charts,
      "pairs": comparison.main.flatMap { PairSection(comparison: comparison, metric: $0).values(pairs) },
    ]
    return sections.compactMapValues { $0 }
  }

  private var table: TemplateValues? {
    guard !comparison.groups.isEmpty else { return nil }
    return [
      "groups": GroupTable(comparison: comparison, standings: standings).values,
      "runs": RunRows(comparison: comparison).values,
      "href": ReportFiles.path(ofTable: "runs"),
    ]
  }

  private var curvesSection: TemplateValues? {
    let hidden = comparison.metrics.count - ComparisonContent.curveLimit
    let note = hidden > 0 ? "\(NumberText.counted(hidden, "more metric")) of these runs are not drawn here." : nil
    guard let figures = FigureSection(drawn: Array(drawn[curveFigures.curveRange]), note: note).values else {
      return nil
    }
    return [
      "figures": figures["figures"], "note": figures["note"],
      "each": FigureSection(drawn: Array(drawn[curveFigures.eachRange])).values,
    ]
  }

  private func figures(_ range: Range<Int>) -> TemplateValues? {
    FigureSection(drawn: Array(drawn[range])).values
  }

  private var charts: TemplateValues? {
    guard !logged.isEmpty else { return nil }
    let hidden = LoggedComparison(comparison: comparison).hiddenCount
    return [
      "rows": logged.map { row -> TemplateValues in
        [
          "id": "side-" + row.slug, "title": row.title,
          "entries": row.entries.map { entry -> TemplateValues in
            ["name": entry.name, "svg": entry.svg, "problem": entry.problem]
          },
        ]
      },
      "note": [
        hasSeveral ? "Of each group the run whose final value is nearest to the group's median." : nil,
        hidden > 0 ? "\(NumberText.counted(hidden, "more group")) with such charts are not shown." : nil,
        "Charts that are the same in all of them are left out; axes are each chart's own.",
      ].compactMap { $0 }.joined(separator: " "),
    ]
  }

  private func contents(_ sections: [String: TemplateValues]) -> TemplateValues? {
    ComparisonContent.order.filter { sections[$0.section] != nil }
      .map { entry -> TemplateValues in
        ["id": entry.section, "title": entry.section == "table" ? groupsTitle : entry.title]
      }
      .entriesIfAny
  }

  /// The sections as the page orders them; their names are their ids.
  private static let order: [(section: String, title: String)] = [
    ("table", "Groups"), ("curves", "Curves"), ("finals", "Final values"), ("settings", "Settings"),
    ("charts", "Charts"), ("pairs", "Differences"),
  ]
}
