internal import Foundation

/// The lines of a scene or text that differ, for a page or a terminal.
package struct ReviewLines: Sendable {
  /// A line of the reference or of what was drawn.
  package struct Line: Sendable {
    /// Counted from 1.
    package let number: Int
    /// Whether it was drawn; else it was expected.
    package let isNew: Bool
    package let text: String
  }

  /// The first lines that differ; all lines of what was drawn are new when there is no reference.
  package private(set) var lines: [Line] = []
  /// How many more there are.
  package private(set) var rest = 0
  /// Why there are none to show, a sentence.
  package private(set) var problem: String?

  /// Longer texts are not compared, in bytes.
  private static let largest = 16 << 20

  /// - Parameter limit: The most lines.
  package init(_ form: UnacceptedSnapshot.Form, limit: Int) {
    // A reference that cannot be read is named in the reason; everything drawn is new beside it.
    let old = (try? Self.text(form.reference)) ?? ""
    do {
      let all = TextComparison(old, try Self.text(form.actual)).lines
      lines = all.prefix(limit).compactMap(Self.line)
      rest = all.count - lines.count
    } catch {
      problem = "\(form.actual.lastPathComponent) \(error.description)."
    }
  }

  private static func text(_ file: URL) throws(ReferenceProblem) -> String {
    let bytes = try ReferenceFile.bytes(of: file)
    guard bytes.count <= largest else { throw .tooLarge(bytes.count) }
    return try ReferenceFile.text(of: file)
  }

  /// From a line of ``TextComparison``: number, sign and text, with spaces between.
  private static func line(_ text: String) -> Line? {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[0]) else { return nil }
    return Line(number: number, isNew: parts[1] == "+", text: String(parts[2]).legible(limit: 400))
  }
}
