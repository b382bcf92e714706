/// A chart's data with everything decided that does not depend on its size: series, scales' kinds, domains, statistics.
struct ResolvedChart {
  var layers: [Layer] = []
  var series: [SeriesKey] = []
  var x = ResolvedAxis()
  var y = ResolvedAxis()
  var diagnostics: [Diagnostic] = []

  /// Nothing that a mark could draw.
  var isEmpty: Bool {
    !layers.contains { layer in
      switch layer {
      case .lines(let lines, _): lines.contains { $0.y.contains(where: \.isFinite) }
      case .points(let points, _): points.contains { $0.y.contains(where: \.isFinite) }
      case .bars(let bars, _): bars.contains { $0.heights.contains(where: \.isFinite) }
      case .rule: true
      }
    }
  }
}

/// What an axis shows.
struct ResolvedAxis {
  enum Kind: Hashable { case linear, log, symlog, squareRoot, time, band, point }

  var kind = Kind.linear
  /// The extent of the data, or the domain that the chart fixes.
  var domain = 0.0...1.0
  /// Whether the domain may be extended to round numbers.
  var mayBeNice = false
  /// Names of the bands, in order.
  var bands: [String] = []
  /// All values are whole numbers, so that labels between them would mislead.
  var isWhole = false
}

/// An entry of the legend: a named series, and how its marks show it.
struct SeriesKey: Hashable {
  enum Symbol: Hashable { case line, bar, point }

  var name: String
  var symbol: Symbol
  var paint: Paint
  var dash: [Double]
}

/// A mark's rows, split by series; numbers only, bands by their position.
enum Layer {
  case lines([LineSeries], MarkStyle)
  case bars([BarSeries], MarkStyle)
  case points([PointSeries], MarkStyle)
  case rule(RuleMark)
}

/// The rows of one line.
struct LineSeries {
  var name: String?
  var paint: Paint
  var dash: [Double]
  var x: [Double]
  var y: [Double]
}

/// The bars of one series: a height a band, NaN where there is none.
struct BarSeries {
  var name: String?
  var paint: Paint
  var heights: [Double]
}

/// The dots of one series.
struct PointSeries {
  var name: String?
  var paint: Paint
  var x: [Double]
  var y: [Double]
}
