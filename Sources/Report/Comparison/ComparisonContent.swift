internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Everything on a comparison, drawn: the seam between the runs and the files.
struct ComparisonContent {
  let comparison: Comparison
  let pairs: [Standing]
  let logged: [LoggedComparison.Row]
  private let standings: [Int: Standing]
  private let curves: [MetricCurves]
  private let figures: ComparisonFigures

  /// All figures, in the order of the page.
  let drawn: [ChartDrawing.Drawn]

  /// More metrics than this are not drawn; a note says how many there are.
  static let curveLimit = 24

  /// - Parameter formats: What the content is for: charts are drawn for these formats only.
  init(_ comparison: Comparison, xAxis: ComparisonReport.XAxis, formats: Set<ReportFormat> = [.html]) {
    self.comparison = comparison
    let axes = CurveAxes(xAxis, of: comparison.runs, language: comparison.language)
    let metrics = ComparisonContent.drawnMetrics(comparison, axes).prefix(ComparisonContent.curveLimit)
    curves = Array(metrics).concurrentMap { MetricCurves($0, of: comparison, at: axes.drawn) }
      .filter { $0.longestCount > 0 }
    figures = ComparisonFigures(comparison, curves, axes: axes)
    drawn = ComparisonContent.drawn(figures, curves, comparison, xTitle: axes.drawn.title, formats)
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

  /// The metrics that have curves: epochs are no metric where they are an axis.
  private static func drawnMetrics(_ comparison: Comparison, _ axes: CurveAxes) -> [ComparedMetric] {
    let hasEpochs = axes.choices.contains { $0.axis == .epoch }
    return comparison.metrics.filter { !hasEpochs || $0.tag != "epoch" || $0.tag == comparison.main?.tag }
  }

  /// The figures. Beside curves lies the CSV of all their points, not of those that are drawn.
  private static func drawn(
    _ figures: ComparisonFigures, _ curves: [MetricCurves], _ comparison: Comparison, xTitle: String,
    _ formats: Set<ReportFormat>
  ) -> [ChartDrawing.Drawn] {
    var drawn = ChartDrawing.draw(figures.all, for: formats, language: comparison.language)
    guard formats.contains(.html) else { return drawn }
    let names = comparison.groups.map(\.name)
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
}

// What is on a comparison, whatever it is written as.
extension ComparisonContent {
  var language: ReportLanguage { comparison.language }

  func text(_ key: String) -> String { comparison.text(key) }

  private var words: any ComparisonWording { comparison.words }

  /// "20 runs in 4 groups".
  var title: String {
    let groups = comparison.groups.count
    return words.title(runs: comparison.runs.count, groups: groups == comparison.runs.count ? nil : groups)
  }

  var sentence: Sentence { ComparisonSentence(comparison: comparison).sentence }

  var warnings: [String] { ComparisonWarnings(comparison: comparison).warnings }

  var groupsTitle: String { text(comparison.hasSeveral ? "groups" : "runsTitle") }

  var facts: [TemplateValues] {
    let sizes = comparison.groups.map(\.count)
    let grouped = comparison.grouping.map { VisibleText.name($0.joined(separator: ", ")) } ?? text("configuration")
    let baseline = comparison.baseline.map(comparison.name)
    let facts: [(String, String?)] = [
      ("judgedBy", comparison.main.map { words.judged(by: $0.spoken, isLowerBetter: $0.direction == .min) }),
      ("baselineFact", baseline ?? (comparison.groups.count > 1 ? text("noBaseline") : nil)),
      ("groupedBy", comparison.hasSeveral ? grouped : nil),
      ("runsEach", comparison.hasSeveral ? words.range((sizes.min() ?? 0)...(sizes.max() ?? 0)) : nil),
    ]
    return facts.compactMap { key, value in value.map { ["label": text(key), "value": $0] } }
  }

  /// The table of groups; nil without one.
  var groupTable: TemplateValues? {
    comparison.groups.isEmpty ? nil : GroupTable(comparison: comparison, standings: standings).values
  }

  var curveFigures: [ChartDrawing.Drawn] { Array(drawn[figures.curveRange]) }
  var eachFigures: [ChartDrawing.Drawn] { Array(drawn[figures.eachRange]) }
  var finalFigures: [ChartDrawing.Drawn] { Array(drawn[figures.finalRange]) }
  var settingFigures: [ChartDrawing.Drawn] { Array(drawn[figures.settingRange]) }

  /// That not all metrics are drawn, if they are not.
  var curveNote: String? {
    let hidden = comparison.metrics.count - ComparisonContent.curveLimit
    return hidden > 0 ? words.moreMetrics(hidden) : nil
  }

  /// What stands over the charts side by side.
  var loggedNote: String {
    words.sideBySide(
      hasGroups: comparison.hasSeveral, hidden: LoggedComparison(comparison: comparison).hiddenCount)
  }

  /// The differences in words; nil where there is nothing to compare.
  var pairValues: TemplateValues? {
    comparison.main.flatMap { PairSection(comparison: comparison, metric: $0).values(pairs) }
  }
}
