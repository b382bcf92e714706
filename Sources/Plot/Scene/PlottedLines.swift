/// The data of a chart of lines, and where they lie: what a page's script needs to show values and to draw the lines anew.
package struct PlottedLines: Sendable, Hashable {
  /// How an axis places numbers.
  package struct Axis: Sendable, Hashable {
    /// `linear`, `log` or `time` (seconds since 1970).
    package var kind: String
    /// The first and the last value on the axis.
    package var domain: ClosedRange<Double>
    package var title: String?
  }

  /// One layer of the chart, found in the SVG by its role.
  package struct Layer: Sendable, Hashable {
    package var role: String
    package var content: Content
  }

  package enum Content: Sendable, Hashable {
    /// A straight line from row to row; NaN is a gap.
    case line(x: [Double], y: [Double])
    /// A band between two lines.
    case band(x: [Double], low: [Double], high: [Double])
    /// A band and the line inside it.
    case interval(x: [Double], y: [Double], low: [Double], high: [Double])
    /// A single dot.
    case dot(x: Double, y: Double)
    /// A line across the whole plot at a value of x or of y.
    case rule(x: Double?, y: Double?)
  }

  /// The box that the data are drawn in, in points.
  package var plot: Rect
  package var x: Axis
  package var y: Axis
  package var layers: [Layer]
}

extension PlottedLines {
  /// `nil` for a chart with other marks, with names on an axis, or with an axis that is neither linear nor logarithmic.
  init?(_ chart: Chart, _ resolved: ResolvedChart, _ frame: ChartFrame) {
    guard let x = Axis(chart.x, resolved.x, frame.xScale), let y = Axis(chart.y, resolved.y, frame.yScale) else {
      return nil
    }
    let isPlain = frame.secondaryLabels == nil && !frame.isXOnTop && !frame.isYTrailing
    let layers = resolved.layers.compactMap { layer in
      Content(layer.shapes).map { Layer(role: layer.role, content: $0) }
    }
    guard isPlain, layers.count == resolved.layers.count, layers.contains(where: \.content.isLine) else { return nil }
    self.init(plot: frame.plot, x: x, y: y, layers: layers)
  }
}

extension PlottedLines.Axis {
  fileprivate init?(_ spec: AxisSpec, _ axis: ResolvedAxis, _ scale: Scale) {
    guard !scale.isReversed, let domain = scale.domain, domain.lowerBound < domain.upperBound, spec.values == nil,
      spec.format == .automatic
    else { return nil }
    switch axis.kind {
    case .linear: kind = "linear"
    case .log: kind = "log"
    case .time: kind = "time"
    case .symlog, .squareRoot, .band, .point: return nil
    }
    self.domain = domain
    title = spec.title
  }
}

extension PlottedLines.Content {
  fileprivate init?(_ shapes: [Shape]) {
    switch (shapes.first, shapes.dropFirst().first, shapes.count) {
    case (.line(let line), nil, 1) where line.interpolation == .linear: self = .line(x: line.x, y: line.y)
    case (.area(let area), nil, 1) where area.interpolation == .linear:
      self = .band(x: area.x, low: area.low, high: area.high)
    case (.area(let area), .line(let line), 2) where line.interpolation == .linear && area.x == line.x:
      self = .interval(x: line.x, y: line.y, low: area.low, high: area.high)
    case (.points(let cloud), nil, 1) where cloud.x.count == 1 && cloud.binning == nil:
      self = .dot(x: cloud.x[0], y: cloud.y[0])
    case (.segments(let segments, _), nil, 1) where segments.count == 1:
      guard segments[0].start.x.isInfinite != segments[0].start.y.isInfinite else { return nil }
      let isUpright = segments[0].start.y.isInfinite
      self = .rule(x: isUpright ? segments[0].start.x : nil, y: isUpright ? nil : segments[0].start.y)
    default: return nil
    }
  }

  fileprivate var isLine: Bool {
    switch self {
    case .line, .interval: true
    case .band, .dot, .rule: false
    }
  }
}
