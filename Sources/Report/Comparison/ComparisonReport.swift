public import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The page about several runs: which is best, by how much, whether chance could have done it, and what was different.
///
/// ```swift
/// let runs = try Run.list(in: folder).map { try Run(reading: $0.folder) }
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

  /// What curves are drawn against.
  public var xAxis: XAxis

  /// Creates a report; nothing is computed or drawn yet.
  public init(
    runs: [Run], baseline: [Run] = [], grouping: [String]? = nil, metric: String? = nil, xAxis: XAxis = .step
  ) {
    self.runs = runs
    self.baseline = baseline
    self.grouping = grouping
    self.metric = metric
    self.xAxis = xAxis
  }

  /// Writes the page and its files, replacing an older comparison in the folder.
  ///
  /// If anything fails, an older comparison stays as it was.
  ///
  /// - Parameter folder: Where `index.html`, `charts/` and `tables/` go; it is made if need be.
  /// - Throws: ``ReportError`` if the folder or a file cannot be written, or if a setting, the metric or the baseline does
  ///   not fit the runs.
  public func write(to folder: URL) throws(ReportError) -> WrittenReport {
    let content = try content()
    let html = try content.html()
    let charts = content.chartFiles
    let tables = content.tableFiles
    let output = OutputFolder(url: folder)
    let page = OutputFolder.File(path: ReportFiles.index, bytes: Data(html.utf8))
    try output.write(charts + tables + [page])
    return WrittenReport(
      index: output.location(of: page.path), charts: charts.map { output.location(of: $0.path) },
      tables: tables.map { output.location(of: $0.path) },
      problems: content.drawn.compactMap { drawn in drawn.problem.map { "\(drawn.figure.title): \($0)" } })
  }

  /// The page alone, as HTML. Its links expect the files that ``write(to:)`` puts beside it.
  ///
  /// - Throws: ``ReportError`` as ``write(to:)`` does.
  public func html() throws(ReportError) -> String { try content().html() }

  /// The sentence at the head of the page, as text.
  ///
  /// - Throws: ``ReportError`` if a setting, the metric or the baseline does not fit the runs.
  public func verdict() throws(ReportError) -> String {
    ComparisonSentence(comparison: try comparison()).sentence.text
  }

  private func content() throws(ReportError) -> ComparisonContent {
    ComparisonContent(try comparison(), xAxis: xAxis)
  }

  private func comparison() throws(ReportError) -> Comparison {
    try Comparison(runs, baseline: baseline, groupedBy: grouping, metric: metric)
  }
}
