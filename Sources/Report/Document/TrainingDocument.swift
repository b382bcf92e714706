internal import Plot

/// The training report as a PDF to be printed or mailed: what is on the page, set by Plot with real text.
struct TrainingDocument {
  var content: TrainingContent

  /// The document's bytes; the same for the same run.
  func pdf() throws -> [UInt8] {
    var flow = DocumentFlow()
    try head(&flow)
    try metrics(&flow)
    try figures(&flow)
    try tables(&flow)
    try model(&flow)
    try settings(&flow)
    try list("log", content.diagnostics.map { "\($0.string("label")): \($0.string("text"))" }, &flow)
    let pages = try flow.drawings(name: content.name, description: content.verdict)
    return try PDFDocument(pages, title: content.name).data()
  }

  private func text(_ key: String) -> String { InterfaceText.text(key, content.language) }

  private func head(_ flow: inout DocumentFlow) throws {
    try flow.paragraph(text("report"), style: DocumentFlow.small)
    try flow.paragraph(content.name, style: DocumentFlow.name)
    flow.space(2)
    let facts = content.facts.map { "\($0.string("label")) \($0.string("value"))" }
    try flow.paragraph(([content.statusLabel] + facts).joined(separator: "  ·  "), style: DocumentFlow.small)
    flow.space(10)
    try flow.paragraph(content.verdict, style: DocumentFlow.lead)
    if let notes = content.notes {
      flow.space(6)
      try flow.paragraph(notes)
    }
    try list("warnings", content.warnings, &flow)
  }

  private func list(_ key: String, _ items: [String], _ flow: inout DocumentFlow) throws {
    guard !items.isEmpty else { return }
    try flow.heading(text(key), following: 20)
    for item in items {
      try flow.paragraph("– " + item)
      flow.space(3)
    }
  }

  private func metrics(_ flow: inout DocumentFlow) throws {
    guard !content.tiles.isEmpty else { return }
    try flow.heading(text("metrics"))
    try flow.tiles(
      content.tiles.map { tile in
        let best = tile["best"] as? TemplateValues
        return DocumentFlow.Tile(
          label: tile.string("label"), value: tile.string("final"), unit: tile.string("finalLabel"),
          best: best.map { "\(text("best")) \($0.string("value")) · \($0.string("position"))" } ?? "",
          curve: tile["curve"] as? Sparkline)
      })
  }

  private func figures(_ flow: inout DocumentFlow) throws {
    for (key, figures) in [("curves", content.curveFigures), ("charts", content.loggedFigures)] where !figures.isEmpty {
      try flow.heading(text(key), following: 320)
      for (number, drawn) in figures.enumerated() {
        if number > 0 { flow.space(8) }
        try figure(drawn, &flow)
      }
    }
  }

  private func figure(_ drawn: ChartDrawing.Drawn, _ flow: inout DocumentFlow) throws {
    try flow.figure(drawn)
    for line in drawn.figure.summary {
      try flow.paragraph("\(line.label): \(line.value)  \(line.detail)", style: DocumentFlow.small)
    }
  }

  private func tables(_ flow: inout DocumentFlow) throws {
    guard !content.tableValues.isEmpty else { return }
    try flow.heading(text("tables"), following: 100)
    for table in content.tableValues {
      let rows = table.list("rows").map { $0.list("cells").map { $0.string("text") } }
      flow.keep(60 + DocumentFlow.tableHeight(rows: rows.count))
      try flow.paragraph(table.string("title"), style: .init(size: 11, isBold: true))
      if let caption = table["caption"] as? String { try flow.paragraph(caption, style: DocumentFlow.small) }
      let columns = table.list("columns").map { column in
        DocumentFlow.Column(title: column.string("name"), isNumeric: column["numeric"] as? Bool == true)
      }
      flow.space(4)
      try flow.table(columns, rows)
      try flow.paragraph(table.string("count"), style: DocumentFlow.small)
      flow.space(10)
    }
  }

  private func model(_ flow: inout DocumentFlow) throws {
    guard let model = content.model else { return }
    try flow.heading(text("model"), following: 120)
    if let diagram = model["diagram"] as? TemplateValues {
      try flow.layers(diagram.list("nodes").map { ($0.string("title"), $0.string("shape")) })
    }
    let rows = (model.list("layers") + model.list("totals")).map { row in
      let total = row["label"] as? String
      return [
        total ?? row.string("name"), row.string("type"), row.string("shape"),
        total == nil ? row.string("parameters") : row.string("value"),
      ]
    }
    try flow.table(
      [
        .init(title: text("layer")), .init(title: text("type")), .init(title: text("shape")),
        .init(title: text("parameters"), isNumeric: true),
      ], rows)
  }

  private func settings(_ flow: inout DocumentFlow) throws {
    guard let settings = content.settings else { return }
    try flow.heading(text("settings"), following: 80)
    for group in settings.list("groups") {
      flow.keep(min(DocumentFlow.tableHeight(rows: group.list("entries").count), 300))
      try flow.table(
        [.init(title: group.string("title")), .init(title: "")],
        group.list("entries").map { [$0.string("key"), $0.string("value")] })
      flow.space(8)
    }
    for command in settings["command"] as? [String] ?? [] {
      flow.keep(30)
      try flow.paragraph(text("repeat"), style: DocumentFlow.head)
      try flow.paragraph(command)
    }
  }
}
