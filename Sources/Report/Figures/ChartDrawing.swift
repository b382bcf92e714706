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
    /// The chart with all its data, for the files.
    var drawing: Drawing?
    /// The chart for the page, with no more rows than a screen shows.
    fileprivate var pageDrawing: Drawing?
    fileprivate var narrowDrawing: Drawing?
    /// The chart for the page, in the size that the program gave it.
    var inlineSVG: String?
    /// The chart for narrow screens, laid out anew so that its text can be read there.
    var narrowSVG: String?
    var widthInPoints = 0.0
    /// What the page's script needs to know of the chart.
    var data: ChartData?
    /// How many rows of the chart's lines are on the page, and how many there are; equal if all are.
    var rowCounts = (drawn: 0, stored: 0)
    var files: [ChartFile] = []
    /// What the page links to: the files, or all formats where they are not drawn here.
    var linkedFormats: [Format] { isWithoutFiles ? (drawing == nil ? [] : Format.allCases) : files.map(\.format) }
    fileprivate var isWithoutFiles = false
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
    case png, pdf, svg, csv
  }

  /// The style sheet that gives inline charts their colours, light and dark.
  static var stylesheet: String { Theme.light.styleSheet(dark: .dark) }

  /// Draws every figure. What cannot be drawn gets a note instead; the others are not affected.
  ///
  /// All charts are laid out first. Then each output is a task of its own, the slow ones first, so that no core waits
  /// long for another.
  ///
  /// - Parameters:
  ///   - formats: What the charts are for: pages take every format, summaries PNG alone, documents none.
  ///   - language: The language of what is said about them.
  ///   - withFiles: Whether the files beside a page are wanted, too.
  static func draw(
    _ figures: [Figure], for formats: Set<ReportFormat> = [.html], language: ReportLanguage = .english,
    withFiles: Bool = true
  ) -> [Drawn] {
    let columns = self.columns(for: figures)
    var drawn = figures.concurrentMap { layOut($0, columns: columns, language) }
    let outputs: [Output] =
      formats.contains(.html)
      ? (withFiles ? Output.allCases : [.inline, .narrow]) : formats.contains(.markdown) ? [.png] : []
    let jobs = outputs.flatMap { output in drawn.indices.map { (figure: $0, output: output) } }
    let layouts = drawn
    for (job, apply) in zip(jobs, jobs.concurrentMap { render($0.output, layouts[$0.figure], language) }) {
      apply(&drawn[job.figure])
    }
    for number in drawn.indices {
      drawn[number].files.sort { $0.format.order < $1.format.order }
      drawn[number].isWithoutFiles = !withFiles
    }
    return drawn
  }

  /// How many rows all lines on a page have together, so that the page stays small whatever the length of its runs.
  private static let rowLimit = 9_000

  /// The number of columns of which a line on the page keeps four rows each.
  private static func columns(for figures: [Figure]) -> Int {
    let lines = figures.reduce(0) { count, figure in
      guard case .chart(let chart) = figure.content else { return count }
      return count + chart.marks.count { if case .line = $0 { true } else { false } }
    }
    return min(max(rowLimit / max(lines, 1) / 4, 50), 600)
  }

  private static func layOut(_ figure: Figure, columns: Int, _ language: ReportLanguage) -> Drawn {
    switch figure.content {
    case .problem(let message): return Drawn(figure: figure, problem: message)
    case .chart(let plain):
      let chart = plain.described(in: language)
      do {
        let wording = language.chartWording
        let drawing = try chart.drawing(wording: wording)
        let page = chart.reduced(columns: columns)
        let pageDrawing = page.drawn < page.stored ? try page.chart.drawing(wording: wording) : drawing
        let narrow = try chart.reduced(columns: (columns + 1) / 2).chart.forNarrowScreens.drawing(wording: wording)
        let data = ChartData(
          figure, page: pageDrawing, narrow: narrow, series: page.chart.seriesNames)
        return Drawn(
          figure: figure, drawing: drawing, pageDrawing: pageDrawing, narrowDrawing: narrow,
          widthInPoints: chart.widthInPoints, data: data, rowCounts: (page.drawn, page.stored),
          remarks: drawing.diagnostics.map { VisibleText.value(language.words.remark($0.message)) })
      } catch {
        return Drawn(figure: figure, problem: VisibleText.value(language.words.cannotBeDrawn("\(error)")))
      }
    }
  }

  /// What a chart is rendered as, slowest first.
  private enum Output: CaseIterable {
    case png, pdf, csv, svg, inline, narrow
  }

  /// Renders one output; what comes back puts it in its place.
  private static func render(
    _ output: Output, _ drawn: Drawn, _ language: ReportLanguage
  ) -> @Sendable (inout Drawn) -> Void {
    guard let drawing = drawn.drawing, let page = drawn.pageDrawing, let narrow = drawn.narrowDrawing,
      case .chart(let chart) = drawn.figure.content
    else { return { _ in } }
    let slug = drawn.figure.slug
    do {
      switch output {
      case .png: return file(.png, Data(try drawing.png(scale: 2)))
      case .pdf: return file(.pdf, Data(try drawing.pdf()))
      case .svg: return file(.svg, Data(drawing.svg().utf8))
      case .csv: return file(.csv, Data(ChartTable(chart).csv))
      case .inline:
        let svg = VisibleText.markup(page.svg(embeddedAs: ChartData.id(slug, isNarrow: false)))
        return { $0.inlineSVG = svg }
      case .narrow:
        let svg = VisibleText.markup(narrow.svg(embeddedAs: ChartData.id(slug, isNarrow: true)))
        return { $0.narrowSVG = svg }
      }
    } catch {
      let problem = VisibleText.value(language.words.cannotBeDrawnInEveryFormat("\(error)"))
      return { $0.problem = problem }
    }
  }

  private static func file(_ format: Format, _ bytes: Data) -> @Sendable (inout Drawn) -> Void {
    { $0.files.append(ChartFile(format: format, bytes: bytes)) }
  }
}

extension ChartDrawing.Format {
  /// The place of the format among the links.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
