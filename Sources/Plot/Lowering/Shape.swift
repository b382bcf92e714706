/// A place in data space. On a band axis, whole numbers are the bands' centres and ±0.5 their edges; an infinite
/// coordinate is the edge of the plot.
struct DataPoint: Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// What marks come down to: a handful of primitive shapes in data space.
enum Shape {
  /// A line through places in their order, cut wherever one cannot be shown.
  case line(PolyLine)
  /// The area between a lower and an upper line.
  case area(AreaBand)
  /// Upright rectangles of one paint.
  case rectangles([DataRectangle], RectangleStyle)
  /// Dots.
  case points(PointCloud)
  /// Straight strokes.
  case segments([DataSegment], Stroke)
  /// Texts, centred on their places.
  case texts([DataText])
  /// Short strokes at the edge of the plot, at values of one axis.
  case ticks([Double], AxisName, Stroke)

  var isEmpty: Bool {
    switch self {
    case .line(let line): !line.y.contains(where: \.isFinite)
    case .area(let area): !area.high.contains(where: \.isFinite)
    case .rectangles(let rectangles, _): rectangles.isEmpty
    case .points(let cloud): !cloud.y.contains(where: \.isFinite)
    case .segments(let segments, _): segments.isEmpty
    case .texts(let texts): texts.isEmpty
    case .ticks(let values, _, _): !values.contains(where: \.isFinite)
    }
  }
}

/// A line: x and y of its places, and its stroke.
struct PolyLine: Sendable, Hashable {
  let x: [Double]
  let y: [Double]
  var stroke: Stroke
  var interpolation: InterpolationMethod
  /// What is known of x and y, which may have tens of millions of rows.
  let xSummary: ColumnSummary
  let ySummary: ColumnSummary

  init(x: [Double], y: [Double], stroke: Stroke, interpolation: InterpolationMethod = .linear) {
    (self.x, self.y, self.stroke, self.interpolation) = (x, y, stroke, interpolation)
    (xSummary, ySummary) = (ColumnSummary(x), ColumnSummary(y))
  }
}

/// An area: x, lower and upper edge of its places.
struct AreaBand {
  var x: [Double]
  var low: [Double]
  var high: [Double]
  var fill: Paint
  var interpolation = InterpolationMethod.linear
}

/// A rectangle by its opposite corners, in any order.
struct DataRectangle: Hashable {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double
}

/// How rectangles are filled.
struct RectangleStyle {
  /// One for all, or one a rectangle.
  var fills: [Paint]
  /// Taken from each side of every rectangle, in points, so that neighbours do not touch.
  var inset = 0.0
  /// Whether the rectangles fill the plot as the cells of a table; small ones then leave no gap.
  var isTable = false
  var stroke: Stroke?
}

/// Dots: their places and looks; lists of one value hold for all dots.
struct PointCloud {
  var x: [Double]
  var y: [Double]
  /// In points.
  var radii: [Double]
  var fills: [Paint]
  var symbol = PointSymbol.circle
  var ring: Stroke?
  /// How the dots are counted in cells; `nil` draws each.
  var binning: Binning?

  struct Binning {
    /// Whether the mark asks for it; else there are too many dots.
    var isWanted: Bool
    /// The colours of a single series' counts or of its values; several series are told apart by their own paint.
    var scale: ColorScale?
    /// The numbers whose mean colours a cell; `nil` for counts.
    var values: [Double]?
    /// What is in the cells, once their places are known.
    var grid: PointGrid?
  }
}

/// A straight stroke between two places.
struct DataSegment: Hashable {
  var start: DataPoint
  var end: DataPoint

  /// From one place to another.
  init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    start = DataPoint(x0, y0)
    end = DataPoint(x1, y1)
  }
}

/// A text at a place.
struct DataText {
  var text: String
  var place: DataPoint
  /// The colour that it stands on, for a text that must stay readable there.
  var background: Color?
  var paint = Paint(.ink)
}
