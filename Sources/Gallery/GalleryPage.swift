internal import Plot
package import Report

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The gallery as one page: every chart, light and dark, with the code that drew it and its files, which it
/// loads as they come into view.
package struct GalleryPage: Sendable {
  /// The charts, in groups that stand together.
  package var charts: [GalleryChart]

  /// A page of all charts, or of some.
  package init(_ charts: [GalleryChart] = Gallery.all) { self.charts = charts }

  /// Writes `index.html` and, below `charts`, each chart as PNG and SVG, light and dark, and as PDF: all or
  /// nothing.
  ///
  /// - Returns: The page.
  /// - Throws: ``ReportError`` when the folder cannot be written, ``PlotError`` when a chart cannot be drawn.
  @discardableResult
  package func write(to folder: URL) throws -> URL {
    let folder = OutputFolder(url: folder)
    try folder.write(try files())
    return folder.location(of: Self.index)
  }

  /// All files, the page last.
  package func files() throws -> [OutputFolder.File] {
    let drawings = try charts.concurrentMap { chart in Swift.Result { try GalleryDrawing(chart) } }.map { try $0.get() }
    // One task a file: the slow ones of one chart do not wait for each other.
    let jobs = GalleryDrawing.Format.allCases.flatMap { format in drawings.map { ($0, format) } }
    let files = try jobs.concurrentMap { drawing, format in
      Swift.Result { OutputFolder.File(path: drawing.path(format), bytes: try drawing.bytes(format)) }
    }.map { try $0.get() }
    let page = try html(drawings)
    return files + [OutputFolder.File(path: Self.index, bytes: Data(page.utf8))]
  }

  private func html(_ drawings: [GalleryDrawing]) throws -> String {
    var body = GalleryMarkup()
    body.header(groups: groups, count: drawings.count)
    for group in groups { body.section(group, drawings.filter { $0.chart.group == group }) }
    body.footer()
    return try Page(
      title: "Plot gallery", description: "\(drawings.count) charts with the Swift code that draws them.",
      style: GalleryMarkup.style, body: body.html, imageSources: "'self' data:"
    ).html()
  }

  /// In the order of their first charts.
  private var groups: [String] {
    charts.map(\.group).reduce(into: []) { groups, group in if groups.last != group { groups.append(group) } }
  }

  private static let index = "index.html"
}
