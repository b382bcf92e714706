internal import Plot

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Draws the figures of a page in every format, on all cores.
struct ChartDrawing {
  /// A figure as drawn: the SVG for the page and a file for each format, or why there are none.
  struct Drawn: Sendable {
    var figure: Figure
    fileprivate var drawing: Drawing?
    fileprivate var narrowDrawing: Drawing?
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
  struct ChartFile: Sendable {
    var format: Format
    var bytes: Data
  }

  /// A format that charts are written in, in the order of the links on the page.
  enum Format: String, CaseIterable, Sendable {
    case png, pdf, svg
  }

  /// The style sheet that gives inline charts their colours, light and dark.
  static var stylesheet: String { Theme.light.styleSheet(dark: .dark) }

  /// Draws every figure. What cannot be drawn gets a note instead; the others are not affected.
  ///
  /// All charts are laid out first. Then each output is a task of its own, the slow ones first, so that no core waits
  /// long for another.
  static func draw(_ figures: [Figure]) -> [Drawn] {
    var drawn = figures.concurrentMap(layOut)
    let jobs = Output.allCases.flatMap { output in drawn.indices.map { (figure: $0, output: output) } }
    let layouts = drawn
    for (job, apply) in zip(jobs, jobs.concurrentMap { render($0.output, layouts[$0.figure]) }) {
      apply(&drawn[job.figure])
    }
    return drawn
  }

  private static func layOut(_ figure: Figure) -> Drawn {
    switch figure.content {
    case .problem(let message): return Drawn(figure: figure, problem: message)
    case .chart(let chart):
      do {
        let drawing = try chart.drawing()
        let narrow = try chart.forNarrowScreens.drawing()
        return Drawn(
          figure: figure, drawing: drawing, narrowDrawing: narrow, widthInPoints: chart.widthInPoints,
          remarks: drawing.diagnostics.map { VisibleText.value($0.message) })
      } catch {
        return Drawn(figure: figure, problem: VisibleText.value("This chart cannot be drawn: \(error)"))
      }
    }
  }

  /// What a chart is rendered as, slowest first.
  private enum Output: CaseIterable {
    case png, pdf, svg, inline, narrow
  }

  /// Renders one output; what comes back puts it in its place.
  private static func render(_ output: Output, _ drawn: Drawn) -> @Sendable (inout Drawn) -> Void {
    guard let drawing = drawn.drawing, let narrow = drawn.narrowDrawing else { return { _ in } }
    let slug = drawn.figure.slug
    do {
      switch output {
      case .png: return file(.png, Data(try drawing.png(scale: 2)))
      case .pdf: return file(.pdf, Data(try drawing.pdf()))
      case .svg: return file(.svg, Data(drawing.svg().utf8))
      case .inline:
        let svg = VisibleText.markup(drawing.svg(embeddedAs: "chart-" + slug))
        return { $0.inlineSVG = svg }
      case .narrow:
        let svg = VisibleText.markup(narrow.svg(embeddedAs: "narrow-" + slug))
        return { $0.narrowSVG = svg }
      }
    } catch {
      let problem = VisibleText.value("This chart cannot be drawn in every format: \(error)")
      return { $0.problem = problem }
    }
  }

  private static func file(_ format: Format, _ bytes: Data) -> @Sendable (inout Drawn) -> Void {
    { $0.files.append(ChartFile(format: format, bytes: bytes)) }
  }
}
