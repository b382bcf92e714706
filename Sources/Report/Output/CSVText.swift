internal import Runs

/// A logged table as RFC 4180 asks: commas, CRLF after each row, quotes only where a cell needs them.
struct CSVText {
  var table: LoggedTable

  var text: String { ([table.header] + table.rows).map(row).joined() }

  private func row(_ cells: [String]) -> String {
    // A row of one empty cell would be an empty line, which readers pass over.
    cells == [""] ? "\"\"\r\n" : cells.map(Self.quotedIfNeeded).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotes if it holds what would end it.
  static func quotedIfNeeded(_ cell: String) -> String {
    let special = cell.utf8.contains { Array(",\"\n\r".utf8).contains($0) }
    guard special || cell.first == " " || cell.last == " " else { return cell }
    let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
