internal import Plot
internal import Runs

/// The chart of one metric: training, validation and test curves together, the best point of the judged one marked.
struct CurveFigure {
  var family: MetricFamily
  var progress: Progress

  /// The figure, or nil if the family has no curve.
  func figure(slug: String) -> Figure? {
    guard let judged = family.judged else { return nil }
    let title = family.title
    guard family.curves.contains(where: { $0.series.values.contains(where: \.isFinite) }) else {
      return Figure(
        slug: slug, title: title, caption: "", content: .problem(language.words.nothingToDraw(family.spoken)))
    }
    return Figure(
      slug: slug, title: title, caption: caption(judged), content: .chart(chart(title: title)), summary: summary,
      isOverSteps: true)
  }

  private func chart(title: String) -> Chart {
    let isNamed = family.curves.count > 1
    let best = family.isOutcome ? family.best : nil
    let bestSeries = family.judged.map(family.seriesName)
    return Chart(title) {
      if let best, bestStepIsInside(best.step) {
        RuleMark(x: Double(best.step)).dash([3, 3]).lineWidth(1)
      }
      for curve in family.curves {
        let x = curve.series.steps.map(Double.init)
        let series = isNamed ? Series.named(family.seriesName(curve)) : nil
        if curve.series.count == 1 {
          PointMark(x: x, y: curve.series.values, series: series)
        } else {
          LineMark(x: x, y: curve.series.values, series: series)
        }
      }
      if let best, family.longestCount > 1 {
        PointMark(x: [Double(best.step)], y: [best.value], series: isNamed ? bestSeries.map(Series.named) : nil)
      }
    }
    .xAxis(progress.unitTitle, domain: domain)
    .yAxis(title, scale: CurveScale.isLogarithmic(family.curves.lazy.flatMap(\.series.values)) ? .log : .automatic)
  }

  private func caption(_ judged: MetricFamily.Curve) -> String {
    guard family.isOutcome, family.longestCount > 1, let best = family.best else { return "" }
    return language.words.bestCaption(
      family.spoken(judged), NumberText.measured(best.value), at: progress.place(best.step),
      hasLine: bestStepIsInside(best.step))
  }

  private var language: ReportLanguage { progress.language }

  private var summary: [Figure.SummaryLine] {
    family.curves.enumerated().compactMap { index, curve in
      guard let last = curve.series.values.last else { return nil }
      let best = curve.series.count > 1 ? curve.series.firstBestFinite(family.direction) : nil
      let detail = best.map { language.words.best(NumberText.measured($0.value), at: progress.place($0.step)) }
      // A curve by itself needs no name, but the data that it is from.
      let isBare = family.curves.count == 1 && curve.name.split == .training
      return Figure.SummaryLine(
        color: index % 8 + 1,
        label: isBare ? InterfaceText.text("final", language) : family.seriesName(curve).capitalizedFirst,
        value: NumberText.measured(last), detail: family.isOutcome ? detail ?? "" : "")
    }
  }

  /// The x axis of a training curve ends where the curve ends, or at the round number just behind, which can be labelled:
  /// 1000 for steps from 0 to 999.
  private var domain: ClosedRange<Double>? {
    let steps = family.curves.flatMap { $0.series.steps }
    guard let first = steps.min(), let last = steps.max() else { return nil }
    let (low, high) = (Double(first), Double(last))
    // Beyond 2⁵³ two steps may be one double.
    guard low < high else { return nil }
    let round = CurveFigure.roundNumber(from: high, span: high - low)
    return low...(round - high <= 0.015 * (high - low) ? round : high)
  }

  /// The next multiple of 1, 2 or 5 times a power of ten that is about an eighth of the span.
  private static func roundNumber(from value: Double, span: Double) -> Double {
    let power = NumberText.exponent(of: span / 8)
    let unit = (0..<power.magnitude).reduce(1.0) { unit, _ in power < 0 ? unit / 10 : unit * 10 }
    let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= span / 8 } ?? unit
    return (value / step).rounded(.up) * step
  }

  private func bestStepIsInside(_ step: Int) -> Bool {
    guard let domain else { return false }
    return Double(step) > domain.lowerBound && Double(step) < domain.upperBound
  }
}
