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
  /// A figure as drawn: the SVG for the page, and a file for each format.
  struct Drawn {
    var figure: Figure
    var inlineSVG: String?
    var problem: String?
    var files: [ChartFile] = []
  }

  /// A file to be written beside the page.
  struct ChartFile {
    var format: Format
    var bytes: Data
  }

  /// A format that charts are written in, slowest first.
  enum Format: String, CaseIterable {
    case png, pdf, svg
  }

  /// The style sheet that gives inline charts their colours, light and dark.
  static var stylesheet: String { Theme.stylesheet }

  /// Draws every figure. What cannot be drawn gets a note instead; the others are not affected.
  static func draw(_ figures: [Figure]) -> [Drawn] {
    let jobs = figures.indices.flatMap { figure in Job.Output.allCases.map { Job(figure: figure, output: $0) } }
      .sorted { $0.output.rawValue < $1.output.rawValue }
    let results = Mutex([Job: Job.Result]())
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      let job = jobs[index]
      let result = job.run(figures[job.figure])
      results.withLock { $0[job] = result }
    }
    let drawn = results.withLock { $0 }
    return figures.indices.map { index in
      assemble(figures[index]) { drawn[Job(figure: index, output: $0)] }
    }
  }

  private static func assemble(_ figure: Figure, result: (Job.Output) -> Job.Result?) -> Drawn {
    var drawn = Drawn(figure: figure)
    for output in Job.Output.allCases {
      switch result(output) {
      case .inline(let svg): drawn.inlineSVG = svg
      case .file(let file): drawn.files.append(file)
      case .problem(let problem): drawn.problem = drawn.problem ?? problem
      case nil: break
      }
    }
    return drawn
  }
}

/// One chart in one form.
private struct Job: Hashable {
  enum Output: Int, CaseIterable {
    case png, pdf, svg, inline
  }

  enum Result {
    case inline(String)
    case file(ChartDrawing.ChartFile)
    case problem(String)
  }

  var figure: Int
  var output: Output

  func run(_ figure: Figure) -> Result {
    switch figure.content {
    case .problem(let message): return .problem(message)
    case .chart(let chart):
      do {
        return try draw(chart, slug: figure.slug)
      } catch {
        return .problem(VisibleText.value("This chart cannot be drawn: \(error)"))
      }
    }
  }

  private func draw(_ chart: Chart, slug: String) throws -> Result {
    switch output {
    case .png: .file(.init(format: .png, bytes: try chart.png(scale: 2)))
    case .pdf: .file(.init(format: .pdf, bytes: try chart.pdf()))
    case .svg: .file(.init(format: .svg, bytes: Data(try chart.svg().utf8)))
    case .inline: .inline(try chart.svg(embeddedAs: slug))
    }
  }
}
