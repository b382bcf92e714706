/// The lines in which two texts differ.
package struct TextComparison: Sendable {
  /// `-` lines of the first text and `+` lines of the second, in order, each after its number.
  package let lines: [String]

  package init(_ first: String, _ second: String) {
    var old = first.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var new = second.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let last = old.last, last == new.last { (_, _) = (old.removeLast(), new.removeLast()) }
    while let next = old.first, next == new.first { (_, _) = (old.removeFirst(), new.removeFirst()) }
    var found: [(line: Int, isNew: Bool, text: Substring)] = []
    if old.count * new.count <= Self.largest {
      for change in Array(new).difference(from: Array(old)) {
        switch change {
        case .remove(let offset, let line, _): found.append((old.startIndex + offset, false, line))
        case .insert(let offset, let line, _): found.append((new.startIndex + offset, true, line))
        }
      }
    } else {
      found += old.indices.map { ($0, false, old[$0]) } + new.indices.map { ($0, true, new[$0]) }
    }
    found.sort { ($0.line, $0.isNew ? 1 : 0) < ($1.line, $1.isNew ? 1 : 0) }
    lines = found.map { "\($0.line + 1) \($0.isNew ? "+" : "-") \($0.text)" }
  }

  /// Above this product of line counts, all lines from the first to the last that differ are listed.
  private static let largest = 1_000_000

  /// Whether the texts are the same.
  package var isSame: Bool { lines.isEmpty }

  /// The first lines that differ, each cut to a readable length.
  package func summary(limit: Int = 12) -> String {
    var shown = lines.prefix(limit).map { $0.count > 160 ? $0.prefix(159) + "…" : $0 }
    if lines.count > limit { shown.append("… and \(lines.count - limit) more") }
    return shown.map { "    \($0)" }.joined(separator: "\n")
  }
}
