internal import Plot

/// The comparison as Markdown with pictures, for a pull request or the summary of a step in CI.
struct ComparisonSummary {
  let content: ComparisonContent

  /// More differences than this are in the CSV only.
  static let pairLimit = 10

  /// Markdown as GitHub reads it.
  var markdown: String {
    var blocks = ["# \(escaped(content.title))", verdict, facts]
    if !content.warnings.isEmpty {
      blocks += [heading("warnings"), content.warnings.map { "- \(escaped($0))" }.joined(separator: "\n")]
    }
    if let table = content.groupTable { blocks += ["## \(escaped(content.groupsTitle))"] + groups(table) }
    for (key, figures) in [
      ("curves", content.curveFigures), ("finals", content.finalFigures), ("settings", content.settingFigures),
    ] {
      let shown = figures.filter { $0.drawing != nil }
      if !shown.isEmpty { blocks += [heading(key)] + shown.flatMap(picture) }
    }
    if let pairs = content.pairValues { blocks += [heading("pairs")] + differences(pairs) }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  private func heading(_ key: String) -> String { "## \(escaped(content.text(key)))" }

  private var verdict: String {
    content.sentence.pieces.map { $0.isStrong ? "**\(escaped($0.text))**" : escaped($0.text) }.joined()
  }

  private var facts: String {
    content.facts.map { "\(escaped($0.string("label"))): \(escaped($0.string("value")))" }.joined(separator: " · ")
  }

  private func groups(_ table: TemplateValues) -> [String] {
    let cells = ComparisonCells(table)
    return [MarkdownText.table(cells.columns, cells.rows), escaped(cells.note)]
  }

  private func picture(_ drawn: ChartDrawing.Drawn) -> [String] {
    let path = ReportFiles.path(ofChart: drawn.figure.slug, .png)
    let words = drawn.drawing?.alternativeText ?? drawn.figure.title
    return ["![\(escaped(words))](\(path))", escaped(drawn.figure.caption)]
  }

  private func differences(_ pairs: TemplateValues) -> [String] {
    let entries = pairs.list("entries").prefix(ComparisonSummary.pairLimit).map { pair in
      let tag = (pair["tag"] as? TemplateValues).map { " (\(escaped($0.string("label"))))" } ?? ""
      return "- **\(escaped(pair.string("title")))**\(tag): \(escaped(pair.string("words")))"
    }
    return [entries.joined(separator: "\n"), escaped(pairs.string("method"))]
  }
}

/// The table of groups as text.
struct ComparisonCells {
  let columns: [(title: String, isNumeric: Bool)]
  let rows: [[String]]
  /// What stands under the table.
  let note: String

  /// - Parameter limit: With more columns than this, those that can be spared are left out.
  init(_ table: TemplateValues, limit: Int = .max) {
    let heads = table.list("columns")
    let isSpared = heads.map { heads.count > limit && $0["isExtra"] as? Bool == true }
    func kept<Cell>(_ cells: [Cell]) -> [Cell] { zip(cells, isSpared).filter { !$0.1 }.map(\.0) }
    columns = kept(heads.map { ($0.string("name"), $0["numeric"] as? Bool == true) })
    rows = table.list("rows").map { row in
      let tags = (row["tags"] as? TemplateValues)?.list("entries").map { $0.string("label") } ?? []
      let name = row.string("name") + (tags.isEmpty ? "" : " (\(tags.joined(separator: ", ")))")
      let cells = row.list("cells").map { cell in
        let tag = (cell["tag"] as? TemplateValues).map { " \($0.string("label"))" } ?? ""
        return cell.string("text") + cell.string("detail") + tag
      }
      return kept([name] + cells)
    }
    note = table.string("count") + table.string("note")
  }
}
