/// A self-contained HTML page: its head, the style and a body that is HTML already.
struct Page {
  /// The language of the text, as in BCP 47.
  var language = "en"
  var title: String
  /// One sentence for search results and previews.
  var description: String
  /// The body as HTML, escaped.
  var body: String

  /// The whole page as HTML.
  func html(with templates: PageTemplates) throws(ReportError) -> String {
    try templates.render(
      "page",
      [
        "language": language,
        "title": title,
        "description": description,
        "style": ChartDrawing.stylesheet + (PageAssets.text(named: "page.css") ?? ""),
        "body": body,
      ])
  }
}
