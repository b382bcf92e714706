/// Writes tables as RFC 4180 asks: commas, CRLF after each row, quotes only where a cell needs them.
package enum CSVWriter {
  /// The shortest text that reads back as the same number; whole numbers without a fraction, as far as they are exact.
  package static func text<Value: BinaryFloatingPoint & CustomStringConvertible>(_ value: Value) -> String {
    // The sign of a NaN, which the description shows, means nothing.
    if value.isNaN { return "nan" }
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// The whole table as text.
  static func text(_ columns: [TableColumn]) -> String {
    let rowCount = columns.map(\.cells.count).max() ?? 0
    var text = row(columns.map(\.name))
    for index in 0..<rowCount { text += row(columns.map { $0.cells[index] }) }
    return text
  }

  /// One row as text, with what has to be quoted quoted.
  package static func row(_ cells: [String]) -> String {
    // A row of one empty cell would be an empty line, which readers pass over.
    if cells == [""] { return "\"\"\r\n" }
    return cells.map(quotedIfNeeded).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotes if it holds what would end it.
  package static func quotedIfNeeded(_ cell: String) -> String {
    let special = cell.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
    guard special || cell.first == " " || cell.last == " " else { return cell }
    let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
