internal import Plot

/// Writes the body of the gallery's page as HTML.
struct GalleryMarkup {
  private var text = MarkupText()

  var html: String { text.string }

  mutating func header(groups: [String], count: Int) {
    text += """
      <header class="page head">
      <p class="eyebrow">Plot, the chart library of Lossline</p>
      <h1>Gallery</h1>
      <p class="verdict">\(count) charts and the Swift code that draws each of them. They follow your light or dark \
      setting; every one is also here as PNG, PDF and SVG.</p>
      <nav aria-label="Topics">
      <ul>

      """
    for group in groups { element("li", link: "#\(Self.id(group))", group) }
    text += "</ul>\n</nav>\n</header>\n<main id=\"content\" class=\"page\">\n"
  }

  mutating func section(_ group: String, _ drawings: [GalleryDrawing]) {
    let id = Self.id(group)
    text += "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">"
    text.escape(group)
    text += "</h2>\n"
    if drawings.count > 1 {
      text += "<ul class=\"index\">\n"
      for drawing in drawings { element("li", link: "#\(drawing.chart.slug)", drawing.title) }
      text += "</ul>\n"
    }
    for drawing in drawings { figure(drawing) }
    text += "</section>\n"
  }

  mutating func footer() {
    text += """
      </main>
      <footer class="page">
      <p>Made by Lossline. Its pictures are files beside it; the page asks the network for nothing.</p>
      </footer>

      """
  }

  private mutating func figure(_ drawing: GalleryDrawing) {
    let slug = drawing.chart.slug
    text += "<figure class=\"example\" id=\"\(slug)\" aria-labelledby=\"\(slug)-title\">\n<figcaption>\n"
    text += "<h3 id=\"\(slug)-title\"><a href=\"#\(slug)\">"
    text.escape(drawing.title)
    text += "</a></h3>\n"
    paragraph("caption", drawing.remark)
    text += "</figcaption>\n"
    text += "<div class=\"picture\">\n"
    picture(drawing)
    for remark in drawing.remarks { paragraph("remark", remark) }
    files(drawing)
    text += "</div>\n<pre tabindex=\"0\" aria-label=\"Swift code\"><code>"
    text.escape(drawing.source)
    text += "</code></pre>\n</figure>\n"
  }

  /// The file for the reader's screen and setting; one with a theme of its own is the same on light and dark.
  private mutating func picture(_ drawing: GalleryDrawing) {
    let narrow = "(max-width: 40rem)"
    text += "<picture>\n"
    if !drawing.hasOwnTheme {
      source(drawing, .narrowDarkSVG, "screen and \(narrow) and (prefers-color-scheme: dark)", drawing.narrowSize)
    }
    source(drawing, .narrowSVG, narrow, drawing.narrowSize)
    if !drawing.hasOwnTheme {
      source(drawing, .darkSVG, "screen and (prefers-color-scheme: dark)", drawing.size)
    }
    text += "<img class=\"\(drawing.hasOwnTheme ? "framed" : "plain")\" src=\"\(drawing.path(.svg))\""
    size(drawing.size)
    text += " loading=\"lazy\" decoding=\"async\" alt=\""
    text.escape(drawing.alternativeText)
    text += "\" />\n</picture>\n"
  }

  private mutating func source(
    _ drawing: GalleryDrawing, _ format: GalleryDrawing.Format, _ media: String, _ size: (Double, Double)
  ) {
    text += "<source media=\"\(media)\" srcset=\"\(drawing.path(format))\""
    self.size(size)
    text += " />\n"
  }

  private mutating func size(_ size: (width: Double, height: Double)) {
    text += " width=\""
    text.number(size.width)
    text += "\" height=\""
    text.number(size.height)
    text += "\""
  }

  private mutating func files(_ drawing: GalleryDrawing) {
    text += "<p class=\"files\">"
    for format in GalleryDrawing.Format.allCases {
      guard let label = format.label else { continue }
      text += "<a href=\"\(drawing.path(format))\" aria-label=\""
      text.escape("\(drawing.title) as \(label)")
      text += "\">\(label)</a> "
    }
    text += "</p>\n"
  }

  private mutating func paragraph(_ kind: String, _ content: String) {
    guard !content.isEmpty else { return }
    text += "<p class=\"\(kind)\">"
    text.escape(content)
    text += "</p>\n"
  }

  private mutating func element(_ name: String, link: String, _ content: String) {
    text += "<\(name)><a href=\"\(link)\">"
    text.escape(content)
    text += "</a></\(name)>\n"
  }

  private static func id(_ group: String) -> String {
    "topic-" + group.lowercased().replacing(" ", with: "-")
  }

  /// What the gallery adds to the style of all pages.
  static let style = """

    .page { max-width: 78rem; }
    h2 { margin-bottom: 0.5rem; }
    nav ul { gap: 0.25rem 1.25rem; }
    .index { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-bottom: 1.5rem; font-size: 0.875rem; }
    .index a { display: inline-block; padding-block: 0.25rem; color: var(--ll-muted); }
    .example { display: grid; gap: 0.5rem 2.5rem; padding-block: 1.75rem 2rem; border-top: 1px solid var(--ll-grid); }
    .example h3 a { color: inherit; }
    .example .caption { margin-top: 0.125rem; font-size: 0.875rem; line-height: 1.5; }
    .example picture img { display: block; max-width: 100%; height: auto; }
    .example img.plain { margin-inline-start: -1rem; }
    .example img.framed { border: 1px solid var(--ll-grid); border-radius: 0.375rem; }
    .remark { margin-top: 0.5rem; padding-left: 0.75rem; border-left: 2px solid var(--warn); font-size: 0.8125rem; color: var(--ll-muted); }
    .example pre { min-width: 0; align-self: start; overflow-x: auto; white-space: pre; overflow-wrap: normal; font-size: 0.75rem; line-height: 1.6; tab-size: 2; user-select: auto; }
    .example .picture { min-width: 0; }
    @media (min-width: 64rem) {
      .example { grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); }
      .example figcaption { grid-column: 1 / -1; }
      .example pre { white-space: pre-wrap; margin-top: 0.5rem; }
    }
    @media print { .example { break-inside: avoid; } .index { display: none; } .example pre { white-space: pre-wrap; } }

    """
}
