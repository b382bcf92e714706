internal import Plot

/// The comparison as a PDF to be printed or mailed: what is on the page, set by Plot with real text.
struct ComparisonDocument {
  let content: ComparisonContent

  /// The document's bytes; the same for the same runs.
  func pdf() throws -> [UInt8] {
    var flow = DocumentFlow()
    try head(&flow)
    try groups(&flow)
    for (key, figures) in [
      ("curves", content.curveFigures + content.eachFigures), ("finals", content.finalFigures),
      ("settings", content.settingFigures),
    ] where !figures.isEmpty {
      try flow.heading(content.text(key), following: 320)
      for drawn in figures {
        flow.space(8)
        try flow.figure(drawn)
      }
    }
    try sideBySide(&flow)
    try differences(&flow)
    let pages = try flow.drawings(name: content.title, description: content.sentence.text)
    return try PDFDocument(pages, title: "\(content.title) · \(content.text("comparison"))").data()
  }

  private func head(_ flow: inout DocumentFlow) throws {
    try flow.paragraph(content.text("comparison"), style: DocumentFlow.small)
    try flow.paragraph(content.title, style: DocumentFlow.name)
    flow.space(2)
    let facts = content.facts.map { "\($0.string("label")): \($0.string("value"))" }
    try flow.paragraph(facts.joined(separator: "  ·  "), style: DocumentFlow.small)
    flow.space(10)
    try flow.paragraph(content.sentence.text, style: DocumentFlow.lead)
    guard !content.warnings.isEmpty else { return }
    try flow.heading(content.text("warnings"), following: 20)
    for warning in content.warnings {
      try flow.paragraph("– " + warning)
      flow.space(3)
    }
  }

  private func groups(_ flow: inout DocumentFlow) throws {
    guard let table = content.groupTable else { return }
    let cells = ComparisonCells(table, limit: 5)
    try flow.heading(content.groupsTitle)
    try flow.table(cells.columns.map { .init(title: $0.title, isNumeric: $0.isNumeric) }, cells.rows)
    if !cells.note.isEmpty { try flow.paragraph(cells.note, style: DocumentFlow.small) }
  }

  /// The charts of one name, two in a row.
  private func sideBySide(_ flow: inout DocumentFlow) throws {
    let rows = content.logged.filter { row in row.entries.contains { $0.chart != nil } }
    guard !rows.isEmpty else { return }
    let drawings = try rows.map(drawing)
    try flow.heading(content.text("sideBySide"), following: (drawings.first?.size.height ?? 0) + 100)
    try flow.paragraph(content.loggedNote, style: DocumentFlow.small)
    for drawing in drawings {
      flow.space(8)
      flow.drawing(drawing)
    }
  }

  private func drawing(_ row: LoggedComparison.Row) throws -> Drawing {
    let panels = row.entries.compactMap { entry -> Chart? in
      guard var chart = entry.chart else { return nil }
      chart.title = entry.name
      return chart.theme(.light)
    }
    let width = DocumentFlow.width + 32
    let columns = min(2, panels.count)
    let lines = Double((panels.count + columns - 1) / columns)
    return try Plot.Figure(row.title, columns: columns) { panels }
      .legend(.panels).size(width: width, height: min(lines * 0.48 * width + 40, DocumentFlow.height - 100)).drawing()
  }

  private func differences(_ flow: inout DocumentFlow) throws {
    guard let pairs = content.pairValues else { return }
    try flow.heading(content.text("pairs"), following: 60)
    for pair in pairs.list("entries") {
      let tag = (pair["tag"] as? TemplateValues).map { " – " + $0.string("label") } ?? ""
      flow.keep(54)
      try flow.paragraph(pair.string("title") + tag, style: .init(size: 11, isBold: true))
      try flow.paragraph(pair.string("words"))
      if pair["detail"] != nil { try flow.paragraph(pair.string("detail"), style: DocumentFlow.small) }
      flow.space(8)
    }
    for key in ["note", "method"] where pairs[key] != nil {
      try flow.paragraph(pairs.string(key), style: DocumentFlow.small)
    }
  }
}
