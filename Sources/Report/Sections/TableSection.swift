internal import Runs

/// The tables that a program logged: their first rows, and the whole as CSV beside the page.
struct TableSection {
  /// A table and the name of its files.
  struct Entry {
    var slug: String
    var table: LoggedTable
  }

  var entries: [Entry]

  /// The number of rows on the page.
  static let rowLimit = 10
  /// The number of columns on the page.
  static let columnLimit = 20

  var values: TemplateValues? { entries.map { entryValues($0) }.entriesIfAny }

  private func entryValues(_ entry: Entry) -> TemplateValues {
    let table = entry.table
    let width = min(table.header.count, TableSection.columnLimit)
    let isNumeric = (0..<width).map { holdsNumbers(table.rows, $0) }
    return [
      "id": "table-" + entry.slug,
      "title": title(table),
      "caption": table.caption.isEmpty ? nil : VisibleText.value(table.caption),
      "columns": (0..<width).map { column -> TemplateValues in
        ["name": VisibleText.name(table.header[column]), "numeric": isNumeric[column]]
      },
      "rows": table.rows.prefix(TableSection.rowLimit).map { row -> TemplateValues in
        ["cells": zip(row, isNumeric).map { cell($0, isNumeric: $1) }]
      },
      "count": count(table),
      "href": ReportFiles.path(ofTable: entry.slug),
    ]
  }

  private func title(_ table: LoggedTable) -> String {
    VisibleText.name(String(table.slug.map { $0 == "-" || $0 == "_" ? " " : $0 })).capitalizedFirst
  }

  private func cell(_ text: String, isNumeric: Bool) -> TemplateValues {
    let shown = isNumeric ? number(text) : VisibleText.value(text)
    return ["text": shown, "numeric": isNumeric]
  }

  /// Numbers as a reader expects them: at most six significant digits, a real minus sign.
  private func number(_ text: String) -> String {
    guard let value = Double(text) else { return VisibleText.name(text) }
    if let whole = Int(text) { return whole.magnitude < 10_000 ? unsigned(whole) : NumberText.grouped(whole) }
    return NumberText.measured(value, significantDigits: 5)
  }

  private func unsigned(_ whole: Int) -> String { (whole < 0 ? "\u{2212}" : "") + "\(whole.magnitude)" }

  private func holdsNumbers(_ rows: [[String]], _ column: Int) -> Bool {
    let cells = rows.prefix(200).compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { Double($0) != nil }
  }

  private func count(_ table: LoggedTable) -> String {
    let rows = table.rows.count
    let hidden = table.header.count - TableSection.columnLimit
    let columns = hidden > 0 ? ", \(NumberText.counted(hidden, "column")) not shown" : ""
    if rows <= TableSection.rowLimit { return NumberText.counted(rows, "row") + columns }
    return "First \(TableSection.rowLimit) of \(NumberText.counted(rows, "row"))" + columns
  }
}
