/// A chart's data with everything decided that does not depend on its size: series, scales' kinds, domains, statistics.
struct ResolvedChart {
  var layers: [Layer] = []
  var series: [SeriesKey] = []
  var x = ResolvedAxis()
  var y = ResolvedAxis()
  /// What the colours of cells and points mean, where they stand for numbers.
  var colorKey: ColorKey?
  /// What the sizes of points mean, where they stand for numbers.
  var sizeKey: SizeKey?
  /// The names that shapes of points stand for, where they are no series.
  var symbolKeys: [SeriesKey] = []
  var diagnostics: [Diagnostic] = []

  /// Nothing that a mark could draw.
  var isEmpty: Bool {
    // On a logarithmic axis there may be values of which none can be shown.
    (y.kind == .log && y.hasNoValues) || layers.allSatisfy { $0.shapes.allSatisfy(\.isEmpty) }
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
  /// What stands on the axis for a band, where that is not its name.
  var bandLabels: [String: String] = [:]
  /// All values are whole numbers, so that labels between them would mislead.
  var isWhole = false
  /// Whether no value is known that the axis could show, so that its domain means nothing.
  var hasNoValues = false
  /// Whether the domain has been extended for what stands at its ends.
  var hasEdgeRoom = false
  /// Whether values stand beside the ticks; not on the inner axes of a figure's panels that share them.
  var isLabelled = true

  /// Whether the axis places names instead of quantities.
  var hasBands: Bool { kind == .band || kind == .point }

  /// A value as a reader would call it.
  func name(of value: Double) -> String {
    if kind == .time { return NumberFormat.date().string(value) }
    guard hasBands, let place = Int(exactly: value.rounded(.towardZero)), bands.indices.contains(place) else {
      return NumberLabel.short(value)
    }
    return bandLabels[bands[place]] ?? bands[place]
  }
}

/// An entry of the legend: a named series, and how its marks show it.
struct SeriesKey: Hashable {
  enum Sample: Hashable { case line, area, point(PointSymbol) }

  var name: String
  var sample: Sample
  var paint: Paint
  var dash: [Double]
  /// The shape of the series' points, in themes where colour may be lost.
  var symbol: PointSymbol?
  /// The shape of the points on the series' line.
  var marker: PointSymbol?
}

/// The numbers that the areas of discs stand for.
struct SizeKey: Hashable {
  var title: String?
  /// The value of the largest disc.
  var largest: Double
  /// The least positive value.
  var smallest = 0.0
}

/// The numbers that a colour bar shows.
struct ColorKey: Hashable {
  var title: String?
  var scale: ColorScale
  /// Whether the numbers are counts of points in cells, which are known once the plot's place is.
  var countsPoints = false
}

/// A mark, or one series of it, as shapes in data space.
struct Layer {
  /// What it is in the chart, as in `line: train`.
  var role: String
  var shapes: [Shape] = []
  var annotation: Annotation?
  /// What a reader who cannot see the layer is told.
  var summary: String?
  /// The name and value at the right end, for lines that may carry their name there.
  var end: LineEnd?
  /// The numbers that were computed from several rows.
  var aggregates: [AggregatedValue] = []
}

/// Where a line ends, in data space.
struct LineEnd {
  var name: String
  var x: Double
  var y: Double
}

/// A short text beside a place.
struct Annotation {
  enum Anchor {
    case point(DataPoint)
    /// Along a vertical line.
    case x(Double)
    /// Along a horizontal line.
    case y(Double)
  }

  var text: String
  var anchor: Anchor
}
