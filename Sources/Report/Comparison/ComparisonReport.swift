public import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The page about several runs: which is best, by how much, whether chance could have done it, and what was different.
///
/// ```swift
/// let runs = try Run.readAll(in: folder)
/// let written = try ComparisonReport(runs: runs).write(to: URL(filePath: "reports/comparison"))
/// ```
///
/// Runs whose configuration is the same but for seeds, names and paths are one group. The page is one HTML file that holds
/// everything it shows and makes no request; beside it are the charts as PNG, PDF and SVG and the numbers as CSV. The same
/// runs in the same order give the same bytes.
public struct ComparisonReport: Sendable {
  /// What curves are drawn against.
  public enum XAxis: String, Sendable, CaseIterable {
    /// The step at which a value was logged.
    case step
    /// The epoch: the step where epochs are counted, else what the run logged as `epoch` at that step.
    case epoch
    /// The time since the run began.
    case time
  }

  /// The runs to compare. Groups keep their order.
  public var runs: [Run]

  /// The runs that the others are compared with, all of one group; empty for none. They need not be among ``runs``.
  public var baseline: [Run]

  /// The settings to group by, as `config.cell` or `cell`; nil groups by all.
  public var grouping: [String]?

  /// The tag of the metric to judge by; nil chooses the validation loss or what is nearest to it.
  public var metric: String?

  /// What curves are drawn against; readers of the page can choose another.
  public var xAxis: XAxis

  /// The language of the comparison's own words.
  public var language: ReportLanguage

  /// Creates a report; nothing is computed or drawn yet.
  public init(
    runs: [Run], baseline: [Run] = [], grouping: [String]? = nil, metric: String? = nil, xAxis: XAxis = .step,
    language: ReportLanguage = .english
  ) {
    self.runs = runs
    self.baseline = baseline
    self.grouping = grouping
    self.metric = metric
    self.xAxis = xAxis
    self.language = language
  }

  /// Writes the comparison and its files, replacing an older one in the folder.
  ///
  /// If anything fails, an older comparison stays as it was.
  ///
  /// - Parameters:
  ///   - folder: Where `index.html`, `comparison.pdf`, `comparison.md`, `charts/` and `tables/` go; it is made if need be.
  ///   - formats: What to write; the page by default.
  /// - Throws: ``ReportError`` if the folder or a file cannot be written, or if a setting, the metric or the baseline does
  ///   not fit the runs.
  public func write(
    to folder: URL, formats: Set<ReportFormat> = [.html]
  ) throws(ReportError) -> WrittenReport {
    let content = ComparisonContent(try comparison(), xAxis: xAxis, formats: formats)
    return try OutputFolder(url: folder).write(
      formats, charts: content.chartFiles, tables: content.tableFiles, drawn: content.drawn
    ) { (format) throws(ReportError) in
      try .document(
        format, name: "comparison", html: { () throws(ReportError) in try ComparisonPage(content: content).html() },
        markdown: { ComparisonSummary(content: content).markdown },
        pdf: { try ComparisonDocument(content: content).pdf() })
    }
  }

  /// The page alone, as HTML. Its links expect the files that ``write(to:formats:)`` puts beside it.
  ///
  /// - Throws: ``ReportError`` as ``write(to:formats:)`` does.
  public func html() throws(ReportError) -> String {
    try ComparisonPage(content: ComparisonContent(try comparison(), xAxis: xAxis)).html()
  }

  /// The sentence at the head of the page, as text.
  ///
  /// - Throws: ``ReportError`` if a setting, the metric or the baseline does not fit the runs.
  public func verdict() throws(ReportError) -> String {
    ComparisonSentence(comparison: try comparison()).sentence.text
  }

  private func comparison() throws(ReportError) -> Comparison {
    try Comparison(runs, baseline: baseline, groupedBy: grouping, metric: metric, language: language)
  }
}
