internal import Plot

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// An example of the gallery laid out for each of its files.
struct GalleryDrawing: Sendable {
  /// A file beside the page; the slow ones are first.
  enum Format: CaseIterable {
    case png, darkPNG, pdf, svg, darkSVG, narrowSVG, narrowDarkSVG

    /// What the link says; `nil` for files that only the page shows.
    var label: String? {
      switch self {
      case .png: "PNG"
      case .darkPNG: "PNG, dark"
      case .pdf: "PDF"
      case .svg: "SVG"
      case .darkSVG, .narrowSVG, .narrowDarkSVG: nil
      }
    }

    var ending: String {
      switch self {
      case .png: ".png"
      case .darkPNG: "-dark.png"
      case .pdf: ".pdf"
      case .svg: ".svg"
      case .darkSVG: "-dark.svg"
      case .narrowSVG: "-narrow.svg"
      case .narrowDarkSVG: "-narrow-dark.svg"
      }
    }
  }

  let chart: GalleryChart
  let title: String
  let source: String
  let remark: String
  let alternativeText: String
  let remarks: [String]
  /// The size on the page, and that on narrow screens, in points.
  let size: (width: Double, height: Double)
  let narrowSize: (width: Double, height: Double)
  /// Whether the page shows it in its own colours, light or dark.
  let hasOwnTheme: Bool
  private let drawing: Drawing
  private let dark: Drawing
  private let narrow: Drawing
  private let narrowDark: Drawing

  init(_ chart: GalleryChart) throws { try self.init(chart, picture: chart.picture()) }

  private init(_ chart: GalleryChart, picture: some GalleryPicture) throws {
    self.chart = chart
    title = chart.title
    source = chart.source
    remark = chart.remark
    hasOwnTheme = picture.hasOwnTheme
    drawing = try picture.drawing()
    dark = try picture.theme(.dark).drawing()
    narrow = try picture.narrowed.drawing()
    narrowDark = try picture.narrowed.theme(.dark).drawing()
    alternativeText = drawing.alternativeText
    remarks = drawing.diagnostics.map(\.message)
    size = (drawing.scene.width, drawing.scene.height)
    narrowSize = (narrow.scene.width, narrow.scene.height)
  }

  /// Where a file is, below the page's folder.
  func path(_ format: Format) -> String { "charts/\(chart.slug)\(format.ending)" }

  func bytes(_ format: Format) throws -> Data {
    switch format {
    case .png: Data(try drawing.png())
    case .darkPNG: Data(try dark.png())
    case .pdf: Data(try drawing.pdf())
    case .svg: Data(drawing.svg().utf8)
    case .darkSVG: Data(dark.svg().utf8)
    case .narrowSVG: Data(narrow.svg().utf8)
    case .narrowDarkSVG: Data(narrowDark.svg().utf8)
    }
  }
}
