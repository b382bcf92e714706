/// The space between a chart's edges and the box of its plot, in points.
struct Margins: Hashable {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  init() {}

  /// Around a plot on a page, rounded up to whole points so that panels keep their crisp lines when they are moved.
  init(around plot: Rect, width: Double, height: Double) {
    left = max(plot.x, 0).rounded(.up)
    top = max(plot.y, 0).rounded(.up)
    right = max(width - plot.maxX, 0).rounded(.up)
    bottom = max(height - plot.maxY, 0).rounded(.up)
  }
}
