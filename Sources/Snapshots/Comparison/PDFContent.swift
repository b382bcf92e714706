package import Foundation
package import Plot

/// The text of a PDF as Poppler's `pdftotext` reads it, in the order in which it was written, page by page.
///
/// The first line says which `pdftotext` read a PDF of which cairo; with others, a difference is tolerated unless strict.
package struct PDFContent: SnapshotContent {
  package let text: String
  private let isStrict: Bool

  /// - Throws: ``ReferenceProblem/blank`` for a PDF without text; ``PDFTextError`` without Poppler; what drawing throws.
  package init(_ drawing: Drawing, isStrict: Bool) throws {
    self.isStrict = isStrict
    let pages = try PDFText.pages(of: drawing.pdf())
    guard pages.contains(where: { $0.contains { !$0.isWhitespace } }) else { throw ReferenceProblem.blank }
    let cairo = RenderingStack.cairo
    text =
      "# pdftotext \(try PDFText.version), \(cairo)\n" + pages.enumerated().map { "# page \($0 + 1)\n\($1)" }.joined()
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  package func compare(with reference: URL) -> SnapshotVerdict {
    let expected: String
    do { expected = try ReferenceFile.text(of: reference) } catch { return .unusable(error) }
    let (old, new) = (Self.parts(expected), Self.parts(text))
    guard !old.body.utf8.elementsEqual(new.body.utf8) else { return .same }
    let comparison = TextComparison(String(old.body), String(new.body))
    let attachments = [SnapshotAttachment("difference.diff", Array(comparison.lines.joined(separator: "\n").utf8))]
    let isOther = old.head.hasPrefix("# pdftotext ") && old.head != new.head
    guard isOther else { return .different(comparison.summary(), attachments) }
    let summary =
      comparison.summary() + "\n    The reference is of \(old.head.dropFirst(2)) (here \(new.head.dropFirst(2)))"
    return isStrict ? .different(summary, attachments) : .tolerated(summary, attachments)
  }

  private static func parts(_ text: String) -> (head: Substring, body: Substring) {
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    return (text[..<end], text[end...])
  }
}
