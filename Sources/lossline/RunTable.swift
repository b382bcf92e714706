internal import Foundation
internal import Runs

/// Runs as lines of text under each other.
struct RunTable {
  private let rows: [[String]]

  init(_ runs: [RunListing]) {
    rows = [["run", "status", "duration", "best", "last", "at epoch"]] + runs.map(Self.row)
  }

  /// Columns padded to their widest cell; numbers stand on the right.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ").trimmingSuffix(of: " ")
    }.joined(separator: "\n")
  }

  private static func row(_ run: RunListing) -> [String] {
    let metrics = run.manifest.metrics
    let named = [metrics["val_loss"], metrics["loss"]] + metrics.sorted { $0.key < $1.key }.map(\.value)
    let metric = named.compactMap { $0 }.first { $0.last != nil }
    func number(_ value: Double?) -> String { value.map { String(format: "%.3g", $0) } ?? "–" }
    return [
      printable(run.path), run.status.rawValue, run.manifest.duration.map { String(format: "%.2f s", $0) } ?? "–",
      number(metric?.best), number(metric?.last), metric?.bestStep.map(String.init) ?? "–",
    ]
  }

  /// Names of folders may hold what would move a terminal's cursor.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}

extension String {
  fileprivate func trimmingSuffix(of character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
