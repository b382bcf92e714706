/// Where the parts of a chart lie on the page, in points.
struct ChartFrame {
  /// The box that the data are drawn in.
  var plot: Rect
  /// The left edge of all text that is left aligned.
  var left: Double
  /// The right edge of text.
  var right: Double
  /// Left edge of the title of a y axis on the left.
  var yTitleLeft = Spacing.margin
  /// Base line of the y axis' title.
  var yTitleBaseline: Double
  /// Base line of the x axis' title.
  var xTitleBaseline: Double
  /// Upper edge of a legend over the plot.
  var legendTop: Double
  /// Upper edge of a legend below the plot.
  var legendBottom: Double
  var xTicks: [Tick]
  var yTicks: [Tick]
  var xLabels: AxisLabels
  var yLabels: AxisLabels
  /// The labels of a second y axis, on the other side; at values of the first.
  var secondaryLabels: AxisLabels?
  var isXOnTop: Bool
  var isYTrailing: Bool
  /// The scales with their final domains.
  var xScale: Scale
  var yScale: Scale

  /// The plot and the scales without what stands around them.
  var plane: PlotPlane { PlotPlane(plot: plot, xScale: xScale, yScale: yScale) }

  /// Where a value lies from left to right; infinities are the edges of the plot.
  func x(_ value: Double) -> Double? { plane.x(value) }

  /// Where a value lies from top to bottom; infinities are the edges of the plot. Bands run downwards, as one reads.
  func y(_ value: Double) -> Double? { plane.y(value) }

  /// Where a legend on the right begins: beyond the axis there.
  var rightOfAxes: Double {
    let labels = isYTrailing ? yLabels : secondaryLabels
    return plot.maxX + (labels.map { $0.depth > 0 ? $0.depth + Spacing.tickLabelGap : 0 } ?? 0)
  }

  func place(_ point: DataPoint) -> Point? { x(point.x).flatMap { x in y(point.y).map { Point(x, $0) } } }
}

/// Distances that do not depend on the data, in points.
enum Spacing {
  static let margin = 16.0
  static let afterTitle = 4.0
  static let beforePlot = 16.0
  /// Below the y axis' title, so that it does not read as one of the labels.
  static let afterYTitle = 14.0
  static let tickLength = 4.0
  static let tickLabelGap = 8.0
  static let legendGap = 18.0
  static let pointsPerXTick = 80.0
  static let pointsPerYTick = 40.0
  /// On both axes of a plot of fixed shape, where x and y can be compared.
  static let pointsPerEqualTick = 50.0
}
