internal import Plot
internal import Report

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A chart of the gallery laid out for each of its files.
struct GalleryDrawing: Sendable {
  /// A file beside the page, in the order of the links; the slow ones are first.
  enum Format: CaseIterable {
    case png, darkPNG, pdf, svg

    var label: String {
      switch self {
      case .png: "PNG"
      case .darkPNG: "PNG, dark"
      case .pdf: "PDF"
      case .svg: "SVG"
      }
    }

    var ending: String {
      switch self {
      case .png: ".png"
      case .darkPNG: "-dark.png"
      case .pdf: ".pdf"
      case .svg: ".svg"
      }
    }
  }

  let chart: GalleryChart
  let title: String
  let source: String
  let remark: String
  let widthInPoints: Double
  let alternativeText: String
  let remarks: [String]
  /// The chart for the page, as HTML; colours follow the page unless the chart has a theme of its own.
  let wide: String
  /// The same for narrow screens.
  let narrow: String
  private let drawing: Drawing
  private let dark: Drawing

  init(_ chart: GalleryChart) throws {
    let spec = try chart.chart()
    self.chart = chart
    title = chart.title
    source = chart.source
    remark = chart.remark
    widthInPoints = spec.widthInPoints
    drawing = try spec.drawing()
    dark = try spec.theme(.dark).drawing()
    alternativeText = drawing.alternativeText
    remarks = drawing.diagnostics.map(\.message)
    let small = try spec.forNarrowScreens.drawing()
    let followsPage = spec.theme == .light
    wide = followsPage ? drawing.svg(embeddedAs: "wide-\(chart.slug)") : Self.image(drawing)
    narrow = followsPage ? small.svg(embeddedAs: "narrow-\(chart.slug)") : Self.image(small)
  }

  /// Where a file is, below the page's folder.
  func path(_ format: Format) -> String { "charts/\(chart.slug)\(format.ending)" }

  func bytes(_ format: Format) throws -> Data {
    switch format {
    case .png: Data(try drawing.png())
    case .darkPNG: Data(try dark.png())
    case .pdf: Data(try drawing.pdf())
    case .svg: Data(drawing.svg().utf8)
    }
  }

  /// A drawing that keeps its own colours.
  private static func image(_ drawing: Drawing) -> String {
    var markup = MarkupText()
    markup += "<img src=\"data:image/svg+xml;base64,\(Data(drawing.svg().utf8).base64EncodedString())\" alt=\""
    markup.escape(drawing.alternativeText)
    markup += "\" />\n"
    return markup.string
  }
}
