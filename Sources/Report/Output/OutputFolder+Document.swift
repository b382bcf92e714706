internal import Foundation

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
