/// A comparison as a page.
struct ComparisonPage {
  let content: ComparisonContent

  /// The page as HTML.
  func html() throws(ReportError) -> String {
    let templates = try PageTemplates()
    let body = try templates.render("comparison", values)
    var page = Page(
      title: "\(content.title) · \(content.text("comparison"))", description: content.sentence.text,
      style: PageAssets.text(named: "comparison.css") ?? "", body: body)
    page.language = content.language
    page.script += PageAssets.text(named: "comparison.js") ?? ""
    page.data =
      PageData(
        language: content.language, charts: content.drawn.compactMap(\.data),
        texts: ComparisonText.scriptKeys.map { ($0, content.text($0)) }
      ).json
    return try page.html(with: templates)
  }

  private var values: TemplateValues {
    let sections = self.sections
    return [
      "text": ComparisonText.values(content.language), "title": content.title, "groupsTitle": content.groupsTitle,
      "verdict": content.sentence.pieces.map { ["text": $0.text, "strong": $0.isStrong] as TemplateValues },
      "facts": content.facts.entriesIfAny, "contents": sections.count > 2 ? contents(sections) : nil,
      "warnings": content.warnings.entriesIfAny, "table": sections["table"], "curves": sections["curves"],
      "finals": sections["finals"], "settings": sections["settings"], "charts": sections["charts"],
      "pairs": sections["pairs"],
    ]
  }

  /// The sections that there is data for, by the name that the template gives them.
  private var sections: [String: TemplateValues] {
    let sections: [String: TemplateValues?] = [
      "table": table, "curves": curves, "finals": figures(content.finalFigures),
      "settings": figures(content.settingFigures), "charts": charts, "pairs": content.pairValues,
    ]
    return sections.compactMapValues { $0 }
  }

  private var table: TemplateValues? {
    content.groupTable.map { table in
      [
        "groups": table, "runs": RunRows(comparison: content.comparison).values,
        "href": ReportFiles.path(ofTable: "runs"),
      ]
    }
  }

  private var curves: TemplateValues? {
    guard var values = figures(content.curveFigures) else { return nil }
    values["note"] = content.curveNote
    values["each"] = figures(content.eachFigures)
    return values
  }

  private func figures(_ drawn: [ChartDrawing.Drawn]) -> TemplateValues? {
    FigureSection(drawn: drawn, language: content.language).values
  }

  private var charts: TemplateValues? {
    guard !content.logged.isEmpty else { return nil }
    return [
      "rows": content.logged.map { row -> TemplateValues in
        [
          "id": "side-" + row.slug, "title": row.title,
          "entries": row.entries.map { entry -> TemplateValues in
            ["name": entry.name, "svg": entry.svg, "problem": entry.problem]
          },
        ]
      },
      "note": content.loggedNote,
    ]
  }

  private func contents(_ sections: [String: TemplateValues]) -> TemplateValues? {
    ComparisonPage.order.filter { sections[$0] != nil }
      .map { section -> TemplateValues in
        ["id": section, "title": section == "table" ? content.groupsTitle : content.text(section)]
      }
      .entriesIfAny
  }

  /// The sections as the page orders them; their names are their ids and, but for the first, their texts.
  private static let order = ["table", "curves", "finals", "settings", "charts", "pairs"]
}
