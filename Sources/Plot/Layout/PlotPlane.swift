/// The box that data are drawn in, and the scales that place them there, in points of the page.
struct PlotPlane: Sendable, Hashable {
  var plot: Rect
  var xScale: Scale
  var yScale: Scale

  /// Cairo's fixed-point coordinates and SVG viewers both do well with lines that end a little outside the plot.
  var reach: Rect { plot.insetBy(-20) }

  /// The nearest place that renderers take.
  func near(_ point: Point) -> Point {
    let reach = plot.insetBy(-1000)
    return Point(min(max(point.x, reach.x), reach.maxX), min(max(point.y, reach.y), reach.maxY))
  }

  /// Where a value lies from left to right; infinities are the edges of the plot.
  func x(_ value: Double) -> Double? {
    if value.isInfinite { return (value < 0) != xScale.isReversed ? plot.x : plot.maxX }
    return xScale.fraction(value).map { plot.x + $0 * plot.width }
  }

  /// Where a value lies from top to bottom; infinities are the edges of the plot. Bands run downwards, as one reads.
  func y(_ value: Double) -> Double? {
    if value.isInfinite { return (value < 0) != yScale.isReversed ? plot.maxY : plot.y }
    if yScale.hasBands { return yScale.fraction(value).map { plot.y + $0 * plot.height } }
    return yScale.fraction(value).map { plot.maxY - $0 * plot.height }
  }
}
