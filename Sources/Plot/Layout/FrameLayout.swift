/// Finds the plot's box: everything around it is measured first, so that nothing overlaps.
struct FrameLayout {
  let chart: Chart
  let resolved: ResolvedChart
  let setter: TextSetter
  /// The least space around the plot, so that the panels of a figure are aligned.
  var margins = Margins()

  /// - Parameters:
  ///   - top: Where title and subtitle end.
  ///   - bottom: Where the caption begins.
  ///   - legendHeight: The height of the legend's rows at the top.
  ///   - endLabelWidth: What the names at the line ends take on the right.
  func frame(top: Double, bottom: Double, legendHeight: Double, endLabelWidth: Double) throws -> ChartFrame {
    let size = chart.theme.labelSize
    let legendTop = top + (legendHeight > 0 ? 6 : 0)
    let headBottom = legendTop + legendHeight
    let afterHead =
      chart.y.title == nil ? headBottom + Spacing.beforePlot : headBottom + 6 + size + Spacing.afterYTitle
    let plotTop = max(afterHead, margins.top)
    let aboveLabels = bottom - (chart.x.title == nil ? 0 : size * TextSetter.lineHeight + 6) - xLabelHeight
    let plotBottom = min(aboveLabels, chart.heightInPoints - margins.bottom)
    let height = max(plotBottom - plotTop, 1)
    var (yScale, yTicks) = AxisLayout.scaleAndTicks(
      resolved.y, length: height, pointsPerTick: Spacing.pointsPerYTick)
    if !resolved.y.isLabelled { yTicks = yTicks.map(\.unlabelled) }
    let widest = try yTicks.map { try setter.width($0.label, size: size) }.max() ?? 0
    let left = max(Spacing.margin + (resolved.y.isLabelled ? widest + Spacing.tickLabelGap : 0), margins.left)
    let right = chart.widthInPoints - Spacing.margin - endLabelWidth
    // What the figure keeps free anyway is room for the last label.
    let room = max(right - (chart.widthInPoints - margins.right), 0)
    let width = max(right - room - left, 1)
    let (xScale, xTicks, overhang) = try xAxis(width: width, isFree: endLabelWidth == 0)
    let box = Rect(x: left, y: plotTop, width: max(width - max(overhang - room, 0), 1), height: height)
    let plot = shaped(box)
    return ChartFrame(
      plot: plot, left: Spacing.margin, right: chart.widthInPoints - Spacing.margin,
      yTitleBaseline: plotTop - Spacing.afterYTitle, legendTop: legendTop, xTicks: xTicks, yTicks: yTicks,
      xScale: xScale, yScale: yScale)
  }

  /// The largest box of the wanted shape in the upper left of the room that there is.
  private func shaped(_ box: Rect) -> Rect {
    guard let ratio = chart.plotAspectRatio, ratio > 0, ratio.isFinite else { return box }
    let width = min(box.width, box.height * ratio)
    return Rect(x: box.x, y: box.y, width: max(width, 1), height: max(width / ratio, 1))
  }

  private var xLabelHeight: Double { Spacing.tickLength + (resolved.x.isLabelled ? 4 + chart.theme.labelSize : 0) }

  /// The x axis, and by how much its last label stands out of the plot.
  private func xAxis(width: Double, isFree: Bool) throws -> (Scale, [Tick], Double) {
    let size = chart.theme.labelSize
    var (scale, ticks) = AxisLayout.scaleAndTicks(resolved.x, length: width, pointsPerTick: Spacing.pointsPerXTick)
    if resolved.x.kind == .band {
      // A name may reach over its neighbours' bands, which are then left unnamed.
      let room = min(max(width / Double(max(ticks.count, 1)), 120), width)
      ticks = try ticks.map { Tick(value: $0.value, label: try setter.shorten($0.label, width: room, size: size)) }
    }
    let labelled = ticks.filter { !$0.isMinor }
    let extents = try labelled.map { tick in
      let centre = (scale.fraction(tick.value) ?? 0) * width
      let half = try setter.width(tick.label, size: size) / 2
      return (left: centre - half, right: centre + half)
    }
    let thinned = AxisLayout.thin(labelled, extents: extents, gap: 6)
    let last = labelled.indices.last { thinned.contains(labelled[$0]) }
    let overhang = isFree ? max(0, (last.map { extents[$0].right } ?? 0) - width) : 0
    let shown = resolved.x.isLabelled ? thinned : thinned.map(\.unlabelled)
    return (scale, shown + ticks.filter(\.isMinor), resolved.x.isLabelled ? overhang : 0)
  }
}
