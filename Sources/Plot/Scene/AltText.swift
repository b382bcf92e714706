/// Describes a chart in words from its data, for readers who cannot see it.
enum AltText {
  static func describe(_ chart: Chart, _ resolved: ResolvedChart) -> String {
    let sentences = resolved.layers.flatMap { describe($0, resolved) }
    guard !sentences.isEmpty else { return "\(kind(resolved.layers)) without data." }
    // A reader listens to all of it; many series are counted instead of listed.
    let shown = sentences.prefix(8).joined(separator: "; ")
    let rest = sentences.count > 8 ? "; and \(sentences.count - 8) more" : ""
    return "\(kind(resolved.layers))\(axes(chart, resolved)). \(shown)\(rest)."
  }

  private static func kind(_ layers: [Layer]) -> String {
    for layer in layers {
      switch layer {
      case .lines: return "Line chart"
      case .bars: return "Bar chart"
      case .points: return "Scatter chart"
      case .rule: continue
      }
    }
    return "Chart"
  }

  private static func axes(_ chart: Chart, _ resolved: ResolvedChart) -> String {
    let scale = resolved.y.kind == .log ? " (log)" : ""
    return switch (chart.y.title, chart.x.title) {
    case (let y?, let x?): ", \(y)\(scale) by \(x)"
    case (let y?, nil): ", \(y)\(scale)"
    case (nil, let x?): " by \(x)"
    case (nil, nil): ""
    }
  }

  private static func describe(_ layer: Layer, _ resolved: ResolvedChart) -> [String] {
    switch layer {
    case .lines(let series, _): series.compactMap { line($0, resolved.x) }
    case .bars(let series, _): series.compactMap(bars)
    case .points(let series, let style): style.annotation.map { [$0] } ?? series.map(points)
    case .rule(let rule): rule.style.annotation.map { [$0] } ?? []
    }
  }

  private static func line(_ line: LineSeries, _ x: ResolvedAxis) -> String? {
    let rows = line.y.indices.filter { line.y[$0].isFinite && line.x[$0].isFinite }
    guard let first = rows.first, let last = rows.last else { return line.name.map { "\($0) has no values" } }
    var text = (line.name.map { $0 + " " } ?? "") + NumberLabel.short(line.y[first])
    if rows.count > 1 { text += " → " + NumberLabel.short(line.y[last]) }
    for (word, row) in [
      ("lowest", rows.min { line.y[$0] < line.y[$1] }), ("highest", rows.max { line.y[$0] < line.y[$1] }),
    ] {
      guard let row, row != first, row != last else { continue }
      text += ", \(word) \(NumberLabel.short(line.y[row])) at \(place(line.x[row], x))"
    }
    return text
  }

  private static func place(_ value: Double, _ axis: ResolvedAxis) -> String {
    guard axis.kind == .band else { return NumberLabel.short(value) }
    return axis.bands.indices.contains(Int(value)) ? axis.bands[Int(value)] : NumberLabel.short(value)
  }

  private static func bars(_ bars: BarSeries) -> String? {
    let heights = bars.heights.filter(\.isFinite)
    guard let low = heights.min(), let high = heights.max() else { return nil }
    let count = heights.count == 1 ? "1 bar" : "\(heights.count) bars"
    return (bars.name.map { $0 + ", " } ?? "") + "\(count) from \(NumberLabel.short(low)) to \(NumberLabel.short(high))"
  }

  private static func points(_ points: PointSeries) -> String {
    let count = zip(points.x, points.y).count { $0.isFinite && $1.isFinite }
    return (points.name.map { $0 + ", " } ?? "") + (count == 1 ? "1 point" : "\(count) points")
  }
}
