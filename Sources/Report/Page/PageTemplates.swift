internal import Mustache

/// The page templates, parsed.
struct PageTemplates {
  private let library: MustacheLibrary

  /// Parses the templates that are compiled in.
  init() throws(ReportError) {
    MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
    var library = MustacheLibrary()
    for asset in PageAssets.all where asset.name.hasSuffix(PageTemplates.suffix) {
      do {
        // Every template by itself: a partial does not inherit the escaping of the template that includes it.
        try library.register(
          PageEscaping.pragma + asset.text, named: String(asset.name.dropLast(PageTemplates.suffix.count)))
      } catch {
        throw ReportError(.damagedTemplate, path: asset.name, message: "The template cannot be parsed: \(error).")
      }
    }
    self.library = library
  }

  /// Fills a template.
  func render(_ name: String, _ values: TemplateValues) throws(ReportError) -> String {
    guard let text = library.render(values, withTemplate: name) else {
      throw ReportError(.damagedTemplate, path: name, message: "There is no template of this name in the program.")
    }
    return text
  }

  private static let suffix = ".mustache"
}
