internal import Dispatch
internal import Plot
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Draws the figures of a page in every format, on all cores.
struct ChartDrawing {
  /// A figure as drawn: the SVG for the page and a file for each format, or why there are none.
  struct Drawn {
    var figure: Figure
    /// The chart for the page, in the size that the program gave it.
    var inlineSVG: String?
    /// The chart for narrow screens, laid out anew so that its text can be read there.
    var narrowSVG: String?
    var widthInPoints = 0.0
    var files: [ChartFile] = []
    /// What was odd about the data, such as values that a logarithmic axis cannot show.
    var remarks: [String] = []
    /// Why there is no drawing.
    var problem: String?
  }

  /// A file to be written beside the page.
  struct ChartFile {
    var format: Format
    var bytes: Data
  }

  /// A format that charts are written in, in the order of the links on the page.
  enum Format: String, CaseIterable {
    case png, pdf, svg
  }

  /// The style sheet that gives inline charts their colours, light and dark.
  static var stylesheet: String { Theme.light.styleSheet(dark: .dark) }

  /// Draws every figure. What cannot be drawn gets a note instead; the others are not affected.
  static func draw(_ figures: [Figure]) -> [Drawn] {
    let results = Mutex([Drawn?](repeating: nil, count: figures.count))
    DispatchQueue.concurrentPerform(iterations: figures.count) { index in
      let drawn = draw(figures[index])
      results.withLock { $0[index] = drawn }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func draw(_ figure: Figure) -> Drawn {
    switch figure.content {
    case .problem(let message): return Drawn(figure: figure, problem: message)
    case .chart(let chart):
      do {
        return try draw(chart, of: figure)
      } catch {
        return Drawn(figure: figure, problem: VisibleText.value("This chart cannot be drawn: \(error)"))
      }
    }
  }

  private static func draw(_ chart: Chart, of figure: Figure) throws -> Drawn {
    let drawing = try chart.drawing()
    let narrow = try chart.size(width: narrowWidth, height: narrowHeight(of: chart)).drawing()
    let files = try Format.allCases.map { ChartFile(format: $0, bytes: try bytes(drawing, $0)) }
    return Drawn(
      figure: figure, inlineSVG: VisibleText.markup(drawing.svg(embeddedAs: "chart-" + figure.slug)),
      narrowSVG: VisibleText.markup(narrow.svg(embeddedAs: "narrow-" + figure.slug)),
      widthInPoints: chart.widthInPoints, files: files,
      remarks: drawing.diagnostics.map { VisibleText.value($0.message) })
  }

  /// About the width of a telephone's screen.
  private static let narrowWidth = 380.0

  private static func narrowHeight(of chart: Chart) -> Double {
    (narrowWidth * min(max(chart.heightInPoints / chart.widthInPoints, 0.8), 1.2)).rounded()
  }

  private static func bytes(_ drawing: Drawing, _ format: Format) throws -> Data {
    switch format {
    case .png: Data(try drawing.png(scale: 2))
    case .pdf: Data(try drawing.pdf())
    case .svg: Data(drawing.svg().utf8)
    }
  }
}
