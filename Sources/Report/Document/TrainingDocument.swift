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
    let rows = content.tiles.map { tile -> [String] in
      let best = tile["best"] as? TemplateValues
      return [
        tile.string("label"), tile.string("final"), tile.string("finalLabel"), best?.string("value") ?? "",
        best?.string("position") ?? "",
      ]
    }
    try flow.table(
      [
        .init(title: ""), .init(title: text("final"), isNumeric: true), .init(title: ""),
        .init(title: text("best"), isNumeric: true), .init(title: ""),
      ], rows)
  }

  private func figures(_ flow: inout DocumentFlow) throws {
    for (key, figures) in [("curves", content.curveFigures), ("charts", content.loggedFigures)] where !figures.isEmpty {
      try flow.heading(text(key), following: 320)
      for drawn in figures { try figure(drawn, &flow) }
    }
  }

  private func figure(_ drawn: ChartDrawing.Drawn, _ flow: inout DocumentFlow) throws {
    if case .chart(let chart) = drawn.figure.content, drawn.problem == nil {
      flow.space(8)
      let width = DocumentFlow.width + 32
      let shape = min(max(chart.heightInPoints / chart.widthInPoints, 0.4), 1.2)
      flow.drawing(try chart.theme(.light).size(width: width, height: (width * shape).rounded()).drawing())
    } else {
      flow.space(8)
      try flow.paragraph(drawn.figure.title, style: .init(size: 11, isBold: true))
    }
    for line in [drawn.problem ?? "", drawn.figure.caption] where !line.isEmpty {
      try flow.paragraph(line, style: DocumentFlow.small)
    }
    for line in drawn.figure.summary {
      try flow.paragraph("\(line.label): \(line.value)  \(line.detail)", style: DocumentFlow.small)
    }
  }

  private func tables(_ flow: inout DocumentFlow) throws {
    guard !content.tableValues.isEmpty else { return }
    try flow.heading(text("tables"), following: 100)
    for table in content.tableValues {
      flow.keep(90)
      try flow.paragraph(table.string("title"), style: .init(size: 11, isBold: true))
      if let caption = table["caption"] as? String { try flow.paragraph(caption, style: DocumentFlow.small) }
      let columns = table.list("columns").map { column in
        DocumentFlow.Column(title: column.string("name"), isNumeric: column["numeric"] as? Bool == true)
      }
      try flow.table(columns, table.list("rows").map { $0.list("cells").map { $0.string("text") } })
      try flow.paragraph(table.string("count"), style: DocumentFlow.small)
      flow.space(10)
    }
  }

  private func model(_ flow: inout DocumentFlow) throws {
    guard let model = content.model else { return }
    try flow.heading(text("model"), following: 80)
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
      try flow.table(
        [.init(title: group.string("title")), .init(title: "")],
        group.list("entries").map { [$0.string("key"), $0.string("value")] })
      flow.space(8)
    }
    for command in settings["command"] as? [String] ?? [] {
      flow.keep(40)
      try flow.paragraph(text("repeat"), style: DocumentFlow.head)
      try flow.paragraph(command)
    }
  }
}
