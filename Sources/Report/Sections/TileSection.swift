internal import Runs

/// One tile a curve: the final value, the best one and where it was, and the curve as a sparkline.
struct TileSection {
  var outcome: RunOutcome

  /// More curves than this have no tile; they are all in the charts.
  static let limit = 8

  var tiles: [TemplateValues] {
    let curves = outcome.judged.flatMap { judged -> [TemplateValues] in
      let others = judged.family.curves.enumerated().filter { $0.element.series.tag != judged.curve.series.tag }
      let first = judged.family.curves.enumerated().filter { $0.element.series.tag == judged.curve.series.tag }
      return (first + others).map { tile(judged.family, $0.element, color: $0.offset % 8 + 1) }
    }
    return Array((tests + curves).prefix(TileSection.limit))
  }

  private func text(_ key: String) -> String { InterfaceText.text(key, outcome.language) }

  private func tile(_ family: MetricFamily, _ curve: MetricFamily.Curve, color: Int) -> TemplateValues {
    let series = curve.series
    let best = series.values.indices.filter { series.values[$0].isFinite }
      .reduce(nil as Int?) { best, index in
        guard let best else { return index }
        return family.direction.isBetter(series.values[index], than: series.values[best]) ? index : best
      }
    let isRunning = outcome.run.status == .running
    let sparkline = Sparkline(values: series.values, bestIndex: best, color: color)
    return [
      "label": family.title(of: curve),
      "final": series.values.last.map { NumberText.measured($0) } ?? "",
      "finalLabel": text(isRunning ? "now" : "atEnd"),
      "best": series.count > 1 ? best.map { bestValues(series, at: $0) } : nil,
      "curve": sparkline, "sparkline": sparkline?.svg,
    ]
  }

  private func bestValues(_ series: ScalarSeries, at index: Int) -> TemplateValues {
    [
      "value": NumberText.measured(series.values[index]),
      "position": outcome.progress.place(series.steps[index]),
    ]
  }

  /// The values on test data after training, except where validation ended at the same value: then it is the same data.
  private var tests: [TemplateValues] {
    outcome.run.manifest.metrics.sorted { $0.key < $1.key }.compactMap { tag, summary in
      guard let test = summary.test, test != summary.last else { return nil }
      return [
        "label": outcome.language.words.test(outcome.language.words.metric(MetricName(tag: tag))),
        "final": NumberText.measured(test),
        "finalLabel": text("afterTraining"),
      ]
    }
  }
}
