/// Describes a chart in words from its data, for readers who cannot see it.
enum AltText {
  static func describe(_ chart: Chart, _ resolved: ResolvedChart) -> String {
    let kind = kind(resolved.layers)
    let sentences = resolved.layers.compactMap(\.summary)
    guard !resolved.isEmpty else { return "\(kind) without data." }
    // A reader listens to all of it; many series are counted instead of listed.
    let shown = sentences.prefix(8).joined(separator: "; ")
    let rest = sentences.count > 8 ? "; and \(sentences.count - 8) more" : ""
    return "\(kind)\(axes(chart, resolved)). \(shown)\(rest)."
  }

  private static func kind(_ layers: [Layer]) -> String {
    for (role, kind) in [("heatmap", "Heatmap"), ("histogram", "Histogram"), ("boxes", "Box plot")]
    where layers.contains(where: { $0.role.hasPrefix(role) }) {
      return kind
    }
    for shape in layers.lazy.flatMap(\.shapes) {
      switch shape {
      case .line: return "Line chart"
      case .area: return "Area chart"
      case .rectangles: return "Bar chart"
      case .points: return "Scatter chart"
      case .segments, .texts, .ticks: continue
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

  // MARK: Layers

  /// `train 2.31 → 0.048, lowest 0.03 at 380`.
  static func line(_ name: String?, _ line: PolyLine, _ axis: ResolvedAxis) -> String? {
    let (x, y) = (line.x, line.y)
    guard let (first, last, low, high) = rows(line) else { return name.map { "\($0) has no values" } }
    var text = prefix(name) + NumberLabel.short(y[first])
    if last != first { text += " → " + NumberLabel.short(y[last]) }
    for (word, row) in [("lowest", low), ("highest", high)] where row != first && row != last {
      text += ", \(word) \(NumberLabel.short(y[row])) at \(axis.name(of: x[row]))"
    }
    return text
  }

  /// The first, the last, the lowest and the highest row that can be shown.
  private static func rows(_ line: PolyLine) -> (first: Int, last: Int, low: Int, high: Int)? {
    let (x, y) = (line.x, line.y)
    if line.xSummary.isFinite, line.ySummary.isFinite, !y.isEmpty {
      return (0, y.count - 1, line.ySummary.lowRow, line.ySummary.highRow)
    }
    var (first, last, low, high) = (-1, -1, -1, -1)
    for row in y.indices where y[row].isFinite && x[row].isFinite {
      if first < 0 { (first, low, high) = (row, row, row) }
      if y[row] < y[low] { low = row }
      if y[row] > y[high] { high = row }
      last = row
    }
    return first < 0 ? nil : (first, last, low, high)
  }

  static func bars(_ name: String?, _ heights: [Double]) -> String? {
    guard !heights.isEmpty else { return nil }
    return (name.map { $0 + ", " } ?? "") + count(heights.count, "bar") + span(heights)
  }

  static func points(_ name: String?, _ x: [Double], _ y: [Double]) -> String {
    (name.map { $0 + ", " } ?? "") + count(zip(x, y).count { $0.isFinite && $1.isFinite }, "point")
  }

  /// `train from 0.1 to 2.3`.
  static func range(_ name: String?, _ values: [Double]) -> String? {
    let finite = values.filter(\.isFinite)
    return finite.isEmpty ? nil : (name ?? "values") + span(finite)
  }

  private static func span(_ values: [Double]) -> String {
    guard let low = values.min(), let high = values.max() else { return "" }
    return " from \(NumberLabel.short(low)) to \(NumberLabel.short(high))"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func prefix(_ name: String?) -> String { name.map { $0 + " " } ?? "" }
}
