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
    let title = isClose ? "Final \(metric.spoken), seen from near" : "Final \(metric.spoken)"
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
    let places = Array(zip(names, samples))
    let reference = comparison.baseline.map { Sample(comparison.groups[$0].finals(metric.tag)).mean }
    let chart = Chart(title) {
      if !isClose {
        for (name, sample) in places { bar(name, sample, isHorizontal) }
      }
      if let reference, reference.isFinite { rule(reference, isHorizontal) }
      for (name, sample) in places where isClose || sample.count > 1 { dots(name, sample, isHorizontal) }
      if isClose {
        for (name, sample) in places { meanAndInterval(name, sample, isHorizontal) }
      }
    }
    .legend(.hidden)
    guard isHorizontal else { return chart.xAxis().yAxis(metric.title) }
    return chart.xAxis(metric.title).yAxis()
      .size(width: 640, height: Double(110 + 26 * shown.count))
  }

  private func bar(_ name: String, _ sample: Sample, _ isHorizontal: Bool) -> [Mark] {
    let (x, y): (Column, Column) = columns(name, sample.values, isHorizontal)
    var bar = BarMark(x: x, y: y)
    let t = StudentDistribution.quantile(level: 0.95, degreesOfFreedom: Double(sample.count - 1))
    bar.aggregation = Aggregation(.mean, interval: sample.count > 1 ? .se(t) : nil)
    return [bar.opacity(0.45).mark]
  }

  private func dots(_ name: String, _ sample: Sample, _ isHorizontal: Bool) -> [Mark] {
    let (x, y) = columns(name, sample.values, isHorizontal)
    return [PointMark(x: x, y: y).radius(isClose ? 3.5 : 2.5).opacity(isClose ? 0.5 : 0.8).mark]
  }

  private func meanAndInterval(_ name: String, _ sample: Sample, _ isHorizontal: Bool) -> [Mark] {
    guard let interval = sample.interval() else { return [] }
    let (lineX, lineY) = columns(name, [interval.lowerBound, interval.upperBound], isHorizontal)
    let (x, y) = columns(name, [sample.mean], isHorizontal)
    return [
      LineMark(x: lineX, y: lineY).lineWidth(2).mark,
      PointMark(x: x, y: y).symbol(.diamond).radius(6).mark,
    ]
  }

  private func rule(_ value: Double, _ isHorizontal: Bool) -> [Mark] {
    [(isHorizontal ? RuleMark(x: value) : RuleMark(y: value)).dash([4, 3]).lineWidth(1).mark]
  }

  private func columns(_ name: String, _ values: [Double], _ isHorizontal: Bool) -> (Column, Column) {
    let names = Column.categories(values.map { _ in name })
    return isHorizontal ? (.numbers(values), names) : (names, .numbers(values))
  }

  private func caption(_ shown: [Int]) -> String {
    var parts: [String] = []
    let sizes = shown.map { Sample(comparison.groups[$0].finals(metric.tag)).count }
    if sizes.contains(where: { $0 > 1 }) {
      parts.append(
        isClose
          ? "Each dot is a run; diamond and line are the mean and its 95 % interval."
          : "Bars are means, lines their 95 % intervals; each dot is a run.")
    } else {
      parts.append("One run each, so no variance between seeds is known.")
    }
    if let baseline = comparison.baseline { parts.append("Dashed: the baseline \(comparison.name(baseline)).") }
    let known = comparison.groups.filter { Sample($0.finals(metric.tag)).count > 0 }.count
    if known > shown.count {
      parts.append(
        "The best of \(NumberText.grouped(known)) "
          + "groups\(comparison.baseline == nil ? "" : ", the baseline") and the worst.")
    }
    let lost = comparison.runs.filter { $0.final(metric.tag).map { !$0.isFinite } ?? false }.count
    if lost > 0 { parts.append("\(NumberText.counted(lost, "run")) ended in NaN or infinity and cannot be shown.") }
    return parts.joined(separator: " ")
  }
}
