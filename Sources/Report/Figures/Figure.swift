internal import Plot
internal import Runs

/// A chart with what the page says about it: where it comes from, before it is drawn.
struct Figure: Sendable {
  /// The name of its files and the end of its id, unique on the page.
  var slug: String
  var title: String
  /// One or two sentences under the chart; may be empty.
  var caption: String
  /// The chart, or why there is none.
  var content: Content
  /// What each series came to, shown beside the chart.
  var summary: [SummaryLine] = []
  /// Whether the chart is one over steps or epochs, whose lines a reader may want to smooth.
  var isOverSteps = false
  /// What the page's script is told of the chart's layers beside their data.
  var notes: LayerNotes?

  enum Content: Sendable {
    case chart(Chart)
    case problem(String)
  }

  /// The outcome of one series.
  struct SummaryLine: Sendable {
    /// The number of the series' colour, from 1.
    var color: Int
    var label: String
    var value: String
    var detail: String
  }
}

extension Figure {
  /// The chart that a program logged; a spec that cannot be read becomes a note.
  ///
  /// - Parameter steps: The steps of its run; nil where they do not matter.
  init(_ logged: LoggedChart, slug: String, steps: ClosedRange<Int>? = nil, language: ReportLanguage = .english) {
    self.slug = slug
    caption = VisibleText.value(logged.caption)
    do {
      let chart = try logged.spec(as: Chart.self).readable
      title = VisibleText.name(logged.title.isEmpty ? chart.title ?? logged.slug : logged.title)
      content = .chart(chart)
      isOverSteps = steps.map { chart.isOver($0) } ?? false
    } catch {
      title = VisibleText.name(logged.title.isEmpty ? logged.slug : logged.title)
      content = .problem(Figure.message(for: error, language))
    }
  }

  private static func message(for error: any Error, _ language: ReportLanguage) -> String {
    let reason =
      switch error {
      case DecodingError.dataCorrupted(let context): language.words.isNoSpecification(context.debugDescription)
      case DecodingError.keyNotFound(let key, _): language.words.keyIsMissing(key.stringValue)
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
        language.words.isOfAnotherKind(
          context.codingPath.map { $0.stringValue }.joined(separator: "."), context.debugDescription)
      default: "\(error)"
      }
    return VisibleText.value(language.words.cannotBeRead(reason))
  }
}

extension Chart {
  /// Whether the x axis is called one of steps and the lines lie among the steps of a run: those of a series that was
  /// forecast have other ones.
  fileprivate func isOver(_ steps: ClosedRange<Int>) -> Bool {
    guard let title = x.title, Chart.stepTitles.contains(title.lowercased()) else { return false }
    let range = Double(steps.lowerBound) - 1...Double(steps.upperBound)
    return marks.allSatisfy { mark in
      guard case .line(let line) = mark, case .numbers(let x) = line.x else { return true }
      return x.allSatisfy(range.contains)
    }
  }

  /// What programs call an axis of steps.
  private static let stepTitles: Set<String> = [
    "step", "steps", "epoch", "epochs", "iteration", "iterations", "batch", "batches", "스텝", "에폭",
  ]
}
