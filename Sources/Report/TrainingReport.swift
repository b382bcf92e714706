public import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The page about one run: how it went, its curves, charts, tables, model and configuration.
///
/// ```swift
/// let run = try Run(reading: folder)
/// let written = try TrainingReport(run: run).write(to: URL(filePath: "reports/airline"))
/// ```
///
/// The page is one HTML file that holds everything it shows and makes no request. Beside it are the charts as PNG, PDF
/// and SVG and the tables as CSV. The same run gives the same bytes, wherever and whenever the report is made.
public struct TrainingReport: Sendable {
  /// The run that the page is about.
  public var run: Run
  /// The language of the report's own words.
  public var language: ReportLanguage

  /// Creates a report; nothing is read or drawn yet.
  public init(run: Run, language: ReportLanguage = .english) {
    self.run = run
    self.language = language
  }

  /// Writes the report and its files, replacing an older report in the folder.
  ///
  /// If anything fails, an older report stays as it was.
  ///
  /// - Parameters:
  ///   - folder: Where `index.html`, `report.pdf`, `report.md`, `charts/` and `tables/` go; it is made if need be.
  ///   - formats: What to write; the page by default.
  /// - Throws: ``ReportError`` if the folder or a file cannot be written.
  public func write(
    to folder: URL, formats: Set<ReportFormat> = [.html]
  ) throws(ReportError) -> WrittenReport {
    let content = TrainingContent(run: run, language: language, formats: formats)
    return try OutputFolder(url: folder).write(
      formats, charts: content.chartFiles, tables: content.tableFiles, drawn: content.drawn
    ) { (format) throws(ReportError) in
      try .document(
        format, name: "report", html: { () throws(ReportError) in try content.html() },
        markdown: { TrainingSummary(content: content).markdown }, pdf: { try TrainingDocument(content: content).pdf() })
    }
  }

  /// The page alone, as HTML. Its links expect the files that ``write(to:formats:)`` puts beside it.
  ///
  /// - Throws: ``ReportError`` if a template inside the program is broken.
  public func html() throws(ReportError) -> String {
    try TrainingContent(run: run, language: language, withFiles: false).html()
  }
}
