internal import Plot
internal import Runs

/// The chart of one metric over all groups: means in colour with the intervals of their seeds, the rest as gray context.
struct CurveComparison {
  let comparison: Comparison
  let curves: MetricCurves
  let axes: CurveAxes
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
    ///   - axes: How many x axes there are to choose from.
    init(groups: Int, coloured: Int, charts: Int, isMain: Bool, hasIntervals: Bool, axes: Int) {
      // A point takes about 36 bytes: every chart is on the page twice, wide and narrow, and once as data; and its place
      // on each other axis takes 7 more.
      let columns = Double(max(1, coloured)) * Double(36 * (hasIntervals ? 3 : 1) + 7 * (axes - 1))
      colouredPoints = min(600, max(60, Int(600_000 / (columns * Double(max(1, charts))))))
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
    let layers = self.layers
    return Figure(
      slug: slug, title: metric.title, caption: caption(length), content: .chart(chart(layers.map(\.mark))),
      summary: summary, isOverSteps: true, notes: axes.notes(layers.map(\.note)))
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

  private func chart(_ marks: [Mark]) -> Chart {
    Chart(curves.metric.title) { marks }
      .xAxis(axes.drawn.title, domain: domain)
      .yAxis(curves.metric.title, scale: usesLogScale ? .log : .automatic)
      .alternativeText(description)
  }

  private var description: String {
    let lines = coloured.compactMap { group -> (name: String, first: String, last: String)? in
      guard let values = curves.groups[group]?.mean, let first = values.first, let last = values.last else {
        return nil
      }
      return (comparison.name(group), NumberText.measured(first), NumberText.measured(last))
    }
    return comparison.words.curves(
      curves.metric.title, over: axes.drawn.title, isLog: usesLogScale, lines, others: context.count)
  }

  /// A mark, and what the page's script is told of it.
  private typealias Layer = (mark: Mark, note: LayerNotes.Layer)

  /// Context, then bands, then lines.
  private var layers: [Layer] {
    let lines = coloured.map { (group: $0, curve: curves.groups[$0].map { drawn($0, points: budget.colouredPoints) }) }
    let bands = lines.compactMap { group, curve in curve.flatMap { band(group, $0) } }
    return contextLayers + bands + lines.map { line($0.group, $0.curve) }
  }

  private func note(_ group: Int, _ curve: GroupCurve?, isContext: Bool = false) -> LayerNotes.Layer {
    let places = curve.map { axes.places($0, tag: curves.metric.tag, of: comparison.groups[group].runs) }
    return .init(name: comparison.name(group), isContext: isContext, x: curve?.x ?? [], places: places ?? [])
  }

  private func band(_ group: Int, _ curve: GroupCurve) -> Layer? {
    guard curve.hasInterval, curve.x.count > 1 else { return nil }
    let band = BandMark(x: curve.x, low: curve.low, high: curve.high, series: .named(comparison.name(group)))
    return (band.mark, note(group, curve))
  }

  /// A group without the metric has an empty line, so that the others keep their colours.
  private func line(_ group: Int, _ curve: GroupCurve?) -> Layer {
    let series = Series.named(comparison.name(group))
    if let curve, curve.x.count == 1 {
      return (PointMark(x: curve.x, y: curve.mean, series: series).mark, note(group, curve))
    }
    return (LineMark(x: curve?.x ?? [], y: curve?.mean ?? [], series: series).mark, note(group, curve))
  }

  private var contextLayers: [Layer] {
    guard !context.isEmpty else { return [] }
    let lines = context.compactMap { group in curves.groups[group].map { (group: group, curve: $0) } }
    guard let points = budget.contextPoints else {
      let band = ContextBand(lines.map { (x: $0.curve.x, y: $0.curve.mean) })
      // Ranges over steps say nothing about ranges over other axes.
      let note = LayerNotes.Layer(
        name: "", x: band.x, places: axes.choices.map { $0.axis == axes.drawn.axis ? band.x : nil })
      return [
        (BandMark(x: band.x, low: band.low, high: band.high), 0.18),
        (BandMark(x: band.x, low: band.lowerQuartile, high: band.upperQuartile), 0.3),
      ].map { band, opacity in (band.foregroundStyle(ContextStyle.colour).opacity(opacity).mark, note) }
    }
    return lines.map { group, curve in
      let curve = drawn(curve, points: points)
      let line = LineMark(x: curve.x, y: curve.mean).foregroundStyle(ContextStyle.colour)
        .lineWidth(ContextStyle.lineWidth).opacity(ContextStyle.lineOpacity)
      return (line.mark, note(group, curve, isContext: true))
    }
  }

  /// The x axis ends where the curves end.
  private var domain: ClosedRange<Double>? {
    let ends = curves.groups.compactMap { $0 }.flatMap { [$0.x.min(), $0.x.max()].compactMap { $0 } }.filter(\.isFinite)
    guard let first = ends.min(), let last = ends.max(), first < last else { return nil }
    return first...last
  }

  private func caption(_ length: Int) -> String {
    let words = comparison.words
    var parts: [String] = []
    let shown = coloured.compactMap { curves.groups[$0] }
    let sizes = shown.filter(\.hasInterval).map(\.count)
    if let least = sizes.min(), let most = sizes.max() { parts.append(words.means(of: least...most, on: curves.scale)) }
    if !context.isEmpty {
      parts.append(budget.contextPoints == nil ? words.grayRange(context.count) : words.grayLines(context.count))
    }
    if isSmoothed {
      parts.append(
        words.smoothed(over: GroupCurve.span(of: length), holdsEveryValue: shown.allSatisfy { !$0.hasInterval }))
    }
    if length > budget.colouredPoints { parts.append(words.reduced(to: budget.colouredPoints, of: length)) }
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
