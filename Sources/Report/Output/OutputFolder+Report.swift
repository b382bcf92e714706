internal import Foundation

extension OutputFolder {
  /// Writes a report in some formats, with its charts and, where a page or a summary names them, its tables.
  ///
  /// - Parameters:
  ///   - charts: The files of the charts.
  ///   - tables: The files of the tables.
  ///   - drawn: The charts, for what could not be drawn.
  ///   - document: The report in one of its formats.
  func write(
    _ formats: Set<ReportFormat>, charts: [File], tables: @autoclosure () -> [File], drawn: [ChartDrawing.Drawn],
    document: (ReportFormat) throws(ReportError) -> File
  ) throws(ReportError) -> WrittenReport {
    let tables = formats.contains(.html) || formats.contains(.markdown) ? tables() : []
    // The page last: whoever sees it finds all that it names.
    let documents = try [ReportFormat.pdf, .markdown, .html].filter(formats.contains).map {
      (format) throws(ReportError) in try document(format)
    }
    try write(charts + tables + documents)
    return WrittenReport(
      index: location(of: documents.last?.path ?? ""), charts: charts.map { location(of: $0.path) },
      tables: tables.map { location(of: $0.path) },
      problems: drawn.compactMap { drawn in drawn.problem.map { "\(drawn.figure.title): \($0)" } })
  }
}

extension OutputFolder.File {
  /// A report in one of its formats.
  ///
  /// - Parameter name: What the file is called without its ending; a page is always the folder's index.
  /// - Throws: ``ReportError/Code/undrawable`` when the document cannot be drawn, and what the page throws.
  static func document(
    _ format: ReportFormat, name: String, html: () throws(ReportError) -> String, markdown: () -> String,
    pdf: () throws -> [UInt8]
  ) throws(ReportError) -> OutputFolder.File {
    switch format {
    case .html: return .init(path: ReportFiles.index, bytes: Data(try html().utf8))
    case .markdown: return .init(path: "\(name).md", bytes: Data(markdown().utf8))
    case .pdf:
      do {
        return .init(path: "\(name).pdf", bytes: Data(try pdf()))
      } catch {
        throw ReportError(.undrawable, path: "\(name).pdf", message: "The document cannot be drawn: \(error)")
      }
    }
  }
}
