internal import Runs

/// The tables that a program logged: their first rows, and the whole as CSV beside the page.
struct TableSection {
  /// A table and the name of its files.
  struct Entry {
    var slug: String
    var table: LoggedTable
  }

  var entries: [Entry]
  var language = ReportLanguage.english

  /// The number of rows on the page.
  static let rowLimit = 10
  /// The number of columns on the page.
  static let columnLimit = 20

  var values: TemplateValues? { entries.map { entryValues($0) }.entriesIfAny }

  private func entryValues(_ entry: Entry) -> TemplateValues {
    let table = entry.table
    let width = min(table.header.count, TableSection.columnLimit)
    let shown = table.rows.prefix(TableSection.rowLimit)
    let formats = (0..<width).map { column in CellFormat(shown.compactMap { column < $0.count ? $0[column] : nil }) }
    return [
      "id": "table-" + entry.slug,
      "title": title(table),
      "caption": table.caption.isEmpty ? nil : VisibleText.value(table.caption),
      "columns": (0..<width).map { column -> TemplateValues in
        ["name": VisibleText.name(table.header[column]), "numeric": formats[column].isNumeric]
      },
      "rows": shown.map { row -> TemplateValues in
        ["cells": zip(row, formats).map(cell)]
      },
      "count": count(table),
      "href": ReportFiles.path(ofTable: entry.slug), "words": language.words.file(title(table), "CSV"),
    ]
  }

  /// Sentences keep a width at which they can be read; the table is scrolled then. Dates and the like stay on one line.
  private func cell(_ content: String, _ format: CellFormat) -> TemplateValues {
    let text = format.text(content)
    return [
      "text": text, "value": format.isNumeric ? content : nil, "numeric": format.isNumeric,
      "long": !format.isNumeric && text.count > 80, "short": !format.isNumeric && text.count <= 24,
    ]
  }

  private func title(_ table: LoggedTable) -> String {
    VisibleText.name(String(table.slug.map { $0 == "-" || $0 == "_" ? " " : $0 })).capitalizedFirst
  }

  private func count(_ table: LoggedTable) -> String {
    language.words.rows(
      shown: min(table.rows.count, TableSection.rowLimit), of: table.rows.count,
      hiddenColumns: max(0, table.header.count - TableSection.columnLimit))
  }
}
