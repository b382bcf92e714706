public import Foundation

/// Several drawings as one PDF, a page each, in the size of each drawing.
///
/// Fonts are embedded once for all pages, and only the characters that are used. Text can be selected and searched.
/// ```swift
/// try PDFDocument([try loss.drawing(), try accuracy.drawing()], title: "Run 12").write(to: file)
/// ```
public struct PDFDocument: Sendable {
  /// The pages in order.
  public var drawings: [Drawing]
  /// What viewers show as the document's name; by default the first drawing's title.
  public var title: String?

  /// From its pages in order.
  public init(_ drawings: [Drawing], title: String? = nil) {
    self.drawings = drawings
    self.title = title
  }

  /// The document's bytes, the same for the same drawings. With several pages, each drawing's title is a bookmark.
  ///
  /// - Throws: ``PlotError/Code/invalidGeometry`` when there is no page, ``PlotError/Code/drawingFailed``.
  public func data() throws -> [UInt8] { try PDFWriter.write(drawings.map(\.scene), title: title) }

  /// Writes the document; the file appears whole or not at all.
  ///
  /// - Throws: ``PlotError/Code/unwritableFile``, and what ``data()`` throws.
  public func write(to file: URL) throws { try OutputFile.write(try data(), to: file) }
}
