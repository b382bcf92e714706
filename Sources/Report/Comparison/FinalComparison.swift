internal import Plot
internal import Runs

/// The final values of one metric: a bar a group with the interval of its mean, and a dot for every run.
struct FinalComparison {
  let comparison: Comparison
  let metric: ComparedMetric
  /// Whether the chart has dots and intervals only, on an axis that need not begin at 0.
  var isClose = false

  /// More groups than this are not all shown.
  static let limit = 16

  /// The figure, or nil if fewer than two groups have a value.
  func figure(slug: String) -> Figure? {
    let shown = self.shown
    guard shown.count > 1 else { return nil }
    let title = comparison.words.finalTitle(metric.spoken, isClose: isClose)
    return Figure(slug: slug, title: title, caption: caption(shown), content: .chart(chart(shown, title: title)))
  }

  /// Whether all values lie so far from 0 that bars from there hide how they differ.
  var isFarFromZero: Bool {
    let values = shown.flatMap { Sample(comparison.groups[$0].finals(metric.tag)).values.map(\.magnitude) }
    guard let least = values.min(), let most = values.max() else { return false }
    return least > 0.6 * most && least < most
  }

  /// The groups that have a value, in their order; of many the best, the baseline and the worst.
  private var shown: [Int] {
    let means = comparison.groups.map { Sample($0.finals(metric.tag)).mean }
    let known = comparison.groups.indices.filter { means[$0].isFinite }
    guard known.count > FinalComparison.limit else { return known }
    let ranked = known.sorted { left, right in
      means[left] == means[right] ? left < right : metric.direction.isBetter(means[left], than: means[right])
    }
    var chosen = Array(ranked.prefix(FinalComparison.limit - 2))
    for group in [comparison.baseline, ranked.last].compactMap({ $0 }) where !chosen.contains(group) {
      chosen.append(group)
    }
    return chosen
  }

  private func chart(_ shown: [Int], title: String) -> Chart {
    let names = shown.map(comparison.name)
    // Long names lie better beside each other than under each other.
    let isHorizontal = shown.count > 8 || names.reduce(0) { $0 + $1.count } > 70
    let samples = shown.map { Sample(comparison.groups[$0].finals(metric.tag)) }
    let places = shown.indices.map { Place(group: shown[$0], name: names[$0], sample: samples[$0]) }
    let reference = comparison.baseline.map { Sample(comparison.groups[$0].finals(metric.tag)).mean }
    let scale = comparison.scale(metric)
    let chart = Chart(title) {
      colours
      if !isClose {
        for place in places { bar(place, isHorizontal) }
      }
      if let reference, reference.isFinite { rule(reference, isHorizontal) }
      for place in places where isClose || place.sample.count > 1 { dots(place, isHorizontal) }
      for place in places { interval(place, scale, isHorizontal) }
      if isClose {
        for place in places where place.sample.count > 1 { mean(place, isHorizontal) }
      }
    }
    .legend(.hidden)
    guard isHorizontal else { return chart.xAxis().yAxis(metric.title) }
    return chart.xAxis(metric.title).yAxis()
      .size(width: 640, height: Double(110 + 26 * shown.count))
  }

  /// A group in its place.
  private struct Place {
    var group: Int
    var name: String
    var sample: Sample
  }

  /// Empty marks, so that each group has the colour that it has in the curves.
  private var colours: [Mark] {
    comparison.highlighted.map { group in
      LineMark(x: [Double](), y: [Double](), series: .named(comparison.name(group))).mark
    }
  }

  /// A mark of a group in its colour; groups that are not in colour elsewhere are gray here too.
  private func coloured(_ place: Place, _ content: some MarkContent) -> Mark {
    comparison.highlighted.contains(place.group)
      ? content.mark : content.foregroundStyle(ContextStyle.colour).mark
  }

  private func series(_ place: Place) -> Series? {
    comparison.highlighted.contains(place.group) ? .named(place.name) : nil
  }

  private func bar(_ place: Place, _ isHorizontal: Bool) -> [Mark] {
    let (x, y) = columns(place.name, [place.sample.mean], isHorizontal)
    // Stacked bars have the whole band to themselves.
    return [coloured(place, BarMark(x: x, y: y, series: series(place)).stacked().opacity(0.4))]
  }

  private func dots(_ place: Place, _ isHorizontal: Bool) -> [Mark] {
    let (x, y) = columns(place.name, place.sample.values, isHorizontal)
    let dots = PointMark(x: x, y: y, series: series(place)).radius(isClose ? 3.5 : 3).opacity(isClose ? 0.5 : 0.75)
    return [coloured(place, dots)]
  }

  private func interval(_ place: Place, _ scale: IntervalScale, _ isHorizontal: Bool) -> [Mark] {
    guard let interval = place.sample.interval(on: scale) else { return [] }
    let (x, y) = columns(place.name, [interval.lowerBound, interval.upperBound], isHorizontal)
    return [coloured(place, LineMark(x: x, y: y, series: series(place)).lineWidth(2).dash([]))]
  }

  private func mean(_ place: Place, _ isHorizontal: Bool) -> [Mark] {
    let (x, y) = columns(place.name, [place.sample.mean], isHorizontal)
    return [coloured(place, PointMark(x: x, y: y, series: series(place)).symbol(.diamond).radius(6))]
  }

  private func rule(_ value: Double, _ isHorizontal: Bool) -> [Mark] {
    [(isHorizontal ? RuleMark(x: value) : RuleMark(y: value)).dash([4, 3]).lineWidth(1).mark]
  }

  private func columns(_ name: String, _ values: [Double], _ isHorizontal: Bool) -> (Column, Column) {
    let names = Column.categories(values.map { _ in name })
    return isHorizontal ? (.numbers(values), names) : (names, .numbers(values))
  }

  private func caption(_ shown: [Int]) -> String {
    let words = comparison.words
    let sizes = shown.map { Sample(comparison.groups[$0].finals(metric.tag)).count }
    var parts = [sizes.contains { $0 > 1 } ? words.finalCaption(isClose: isClose) : words.oneRunEach]
    if let baseline = comparison.baseline { parts.append(words.dashed(baseline: comparison.name(baseline))) }
    let known = comparison.groups.count { Sample($0.finals(metric.tag)).count > 0 }
    if known > shown.count { parts.append(words.best(of: known, hasBaseline: comparison.baseline != nil)) }
    let lost = comparison.runs.count { $0.final(metric.tag).map { !$0.isFinite } ?? false }
    if lost > 0 { parts.append(words.lost(lost)) }
    return parts.joined(separator: " ")
  }
}
