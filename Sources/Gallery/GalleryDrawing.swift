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
    let followsPage = spec.theme == .light
    wide = followsPage ? Self.inline(drawing, dark, "wide-\(chart.slug)") : Self.image(drawing)
    let small = spec.forNarrowScreens
    narrow =
      followsPage
      ? Self.inline(try small.drawing(), try small.theme(.dark).drawing(), "narrow-\(chart.slug)")
      : Self.image(try small.drawing())
  }

  /// A drawing whose colours follow the page; colours of scales, which do not, are there twice.
  private static func inline(_ light: Drawing, _ dark: Drawing, _ identifier: String) -> String {
    let (onLight, onDark) = (light.svg(embeddedAs: identifier), dark.svg(embeddedAs: identifier))
    guard onLight != onDark else { return onLight }
    let other = dark.svg(embeddedAs: identifier + "-dark")
    return "<div class=\"on-light\">\n\(onLight)</div>\n<div class=\"on-dark\">\n\(other)</div>\n"
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
