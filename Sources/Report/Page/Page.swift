/// A self-contained HTML page: its head, the style and a body that is HTML already.
package struct Page {
  /// The language of the page's own words.
  package var language = ReportLanguage.english
  var title: String
  /// One sentence for search results and previews.
  var description: String
  /// Rules that follow the style sheet of all pages.
  var style: String
  /// The body as HTML, escaped.
  var body: String

  /// The data of its charts as JSON; a page with such data has the script that works with them.
  var data: String?

  /// The script of a page with data.
  var script = PageAssets.script

  /// Where pictures may come from, as the Content-Security-Policy says it.
  var imageSources: String

  /// A page; its body is HTML already, its other texts are not.
  package init(
    title: String, description: String, style: String = "", body: String, imageSources: String = "data:"
  ) {
    self.title = title
    self.description = description
    self.style = style
    self.body = body
    self.imageSources = imageSources
  }

  /// The whole page as HTML.
  package func html() throws(ReportError) -> String { try html(with: try PageTemplates()) }

  /// The whole page as HTML.
  func html(with templates: PageTemplates) throws(ReportError) -> String {
    try templates.render(
      "page",
      [
        "language": language.rawValue,
        "text": InterfaceText.values(language),
        "title": title,
        "description": description,
        "style": ChartDrawing.stylesheet + (PageAssets.text(named: "page.css") ?? "") + style,
        "body": body,
        "imageSources": imageSources,
        "data": data,
        "script": data == nil ? nil : script,
        "scriptSources": data == nil ? nil : PageAssets.source(of: script),
      ])
  }
}
