internal import Plot
internal import Runs

/// Every run of the main metric as a line of its own, in the colour of its group: what the means are made of. On the page
/// each can be switched.
struct EachRun {
  let comparison: Comparison
  let metric: ComparedMetric
  let axes: CurveAxes

  /// The figure; nil if every group in colour is one run.
  func figure(slug: String) -> Figure? {
    let groups = comparison.highlighted
    guard groups.contains(where: { comparison.groups[$0].count > 1 }) else { return nil }
    let runs = groups.reduce(0) { $0 + comparison.groups[$1].count }
    let points = min(200, max(24, 120_000 / (29 * max(1, runs))))
    var names = UniqueNames()
    let lines = groups.flatMap { group in
      comparison.groups[group].runs.enumerated().compactMap { number, run in
        line(group, run, number: number, points: points, &names)
      }
    }
    let values = lines.flatMap(\.values)
    guard values.contains(where: \.isFinite) else { return nil }
    let title = comparison.words.eachRunTitle(metric.title)
    let chart = Chart(title) { lines.map(\.mark) }
      .xAxis(axes.drawn.title).yAxis(metric.title, scale: CurveScale.isLogarithmic(values) ? .log : .automatic)
      .legend(.top)
    return Figure(
      slug: slug, title: title, caption: comparison.words.eachRunCaption, content: .chart(chart), isOverSteps: true,
      notes: axes.notes(lines.map(\.note)))
  }

  private struct Line {
    var mark: Mark
    var note: LayerNotes.Layer
    var values: [Double]
  }

  private func line(_ group: Int, _ run: ComparedRun, number: Int, points: Int, _ names: inout UniqueNames) -> Line? {
    guard let series = run.run.series(metric.tag), series.count > 0 else { return nil }
    let curve = GroupCurve([series], x: axes.drawn.places(series, of: run).map { [$0] }).reduced(to: points)
    let mark = LineMark(x: curve.x, y: curve.mean, series: .named(comparison.name(group))).lineWidth(1).opacity(0.7)
    let note = LayerNotes.Layer(
      name: names.unique(VisibleText.name(run.name)), group: comparison.name(group),
      label: VisibleText.name(run.seed ?? "\(number + 1)"), x: curve.x,
      places: axes.places(curve, tag: metric.tag, of: [run]))
    return Line(mark: mark.mark, note: note, values: curve.mean)
  }
}
