internal import Plot
internal import Runs

/// The chart of one metric over all groups: means in colour with the intervals of their seeds, the rest as gray context.
struct CurveComparison {
  let comparison: Comparison
  let curves: MetricCurves
  let xTitle: String
  /// How many points a line in colour and a gray one may have.
  let budget: Budget

  /// What the drawings of all curves of a page may take.
  struct Budget: Sendable {
    var colouredPoints: Int
    /// nil draws the context as bands.
    var contextPoints: Int?

    /// - Parameters:
    ///   - isMain: Whether it is the metric to judge by, whose context is drawn line by line as long as possible.
    ///   - hasIntervals: Whether lines have bands around them.
    init(groups: Int, coloured: Int, charts: Int, isMain: Bool, hasIntervals: Bool) {
      // A point takes about 36 bytes: every chart is on the page twice, wide and narrow, and once as data.
      let columns = Double(max(1, coloured * (hasIntervals ? 3 : 1)))
      colouredPoints = min(600, max(60, Int(600_000 / (36 * columns * Double(max(1, charts))))))
      let gray = groups - coloured
      if isMain && gray <= 250 {
        contextPoints = min(150, max(24, 250_000 / (36 * max(1, gray))))
      } else if gray * charts <= 250 {
        contextPoints = 40
      }
    }
  }

  /// The figure, or nil if no group has a curve.
  func figure(slug: String) -> Figure? {
    let length = curves.longestCount
    guard length > 0 else { return nil }
    let metric = curves.metric
    return Figure(
      slug: slug, title: metric.title, caption: caption(length), content: .chart(chart), summary: summary)
  }

  private var usesLogScale: Bool { curves.usesLogScale }

  private var coloured: [Int] { comparison.highlighted }

  private var context: [Int] {
    let coloured = Set(coloured)
    return comparison.groups.indices.filter { !coloured.contains($0) && curves.groups[$0] != nil }
  }

  /// Rough curves are smoothed, or they would hide each other.
  private var isSmoothed: Bool { coloured.contains { curves.groups[$0]?.isRough ?? false } }

  private func drawn(_ curve: GroupCurve, points: Int) -> GroupCurve {
    (isSmoothed ? curve.smoothed() : curve).reduced(to: points)
  }

  private var chart: Chart {
    let lines = coloured.map { (group: $0, curve: curves.groups[$0].map { drawn($0, points: budget.colouredPoints) }) }
    let chart = Chart(curves.metric.title) {
      contextMarks
      for case (let group, let curve?) in lines where curve.hasInterval && curve.x.count > 1 {
        BandMark(
          x: curve.x, low: usesLogScale ? zip(curve.low, curve.lowest).map { max($0, $1) } : curve.low,
          high: curve.high, series: .named(comparison.name(group)))
      }
      for (group, curve) in lines { line(group, curve) }
    }
    return chart.xAxis(xTitle, domain: domain).yAxis(curves.metric.title, scale: usesLogScale ? .log : .automatic)
  }

  /// A group without the metric has an empty line, so that the others keep their colours.
  private func line(_ group: Int, _ curve: GroupCurve?) -> [Mark] {
    let series = Series.named(comparison.name(group))
    if let curve, curve.x.count == 1 { return [PointMark(x: curve.x, y: curve.mean, series: series).mark] }
    return [LineMark(x: curve?.x ?? [], y: curve?.mean ?? [], series: series).mark]
  }

  private var contextMarks: [Mark] {
    guard !context.isEmpty else { return [] }
    let lines = context.compactMap { curves.groups[$0] }
    guard let points = budget.contextPoints else {
      let band = ContextBand(lines.map { (x: $0.x, y: $0.mean) })
      return [
        BandMark(x: band.x, low: band.low, high: band.high)
          .foregroundStyle(ContextStyle.colour).opacity(0.18).mark,
        BandMark(x: band.x, low: band.lowerQuartile, high: band.upperQuartile)
          .foregroundStyle(ContextStyle.colour).opacity(0.3).mark,
      ]
    }
    return lines.map { line in
      let line = drawn(line, points: points)
      return LineMark(x: line.x, y: line.mean).foregroundStyle(ContextStyle.colour).lineWidth(ContextStyle.lineWidth)
        .opacity(ContextStyle.lineOpacity).mark
    }
  }

  /// The x axis ends where the curves end.
  private var domain: ClosedRange<Double>? {
    let ends = curves.groups.compactMap { $0 }.flatMap { [$0.x.min(), $0.x.max()].compactMap { $0 } }.filter(\.isFinite)
    guard let first = ends.min(), let last = ends.max(), first < last else { return nil }
    return first...last
  }

  private func caption(_ length: Int) -> String {
    var parts: [String] = []
    let shown = coloured.compactMap { curves.groups[$0] }
    let sizes = Set(shown.filter(\.hasInterval).map(\.count))
    if let size = sizes.first {
      let runs = sizes.count == 1 ? "\(size) runs each" : "\(sizes.min() ?? 2) to \(sizes.max() ?? 2) runs"
      let cut = usesLogScale ? ", cut at the lowest run" : ""
      parts.append("Means of \(runs) with the 95 % interval of the mean\(cut), at the steps that all of them have.")
    }
    if !context.isEmpty {
      let rest = NumberText.counted(context.count, "other")
      parts.append(
        budget.contextPoints == nil
          ? "Gray: the range of the \(rest), darker the middle half of them." : "Gray: the \(rest).")
    }
    if isSmoothed {
      let span = NumberText.grouped(GroupCurve.span(of: length))
      let band = shown.allSatisfy { !$0.hasInterval } ? "; the bands hold every value" : ""
      parts.append("Smoothed by an exponential moving average over about \(span) points\(band).")
    }
    if length > budget.colouredPoints {
      parts.append(
        "At most \(NumberText.grouped(budget.colouredPoints)) of \(NumberText.grouped(length)) points a line "
          + "are drawn; peaks are kept.")
    }
    return parts.joined(separator: " ")
  }

  private var summary: [Figure.SummaryLine] {
    coloured.enumerated().compactMap { index, group in
      let sample = Sample(comparison.groups[group].finals(curves.metric.tag))
      guard sample.count > 0 else { return nil }
      let half = sample.interval().map { ($0.upperBound - $0.lowerBound) / 2 }
      let spread = half.map { "±\(NumberText.measured($0, significantDigits: 2)) · n \(sample.count)" } ?? ""
      return Figure.SummaryLine(
        color: index % 8 + 1, label: comparison.name(group), value: NumberText.measured(sample.mean), detail: spread)
    }
  }
}
