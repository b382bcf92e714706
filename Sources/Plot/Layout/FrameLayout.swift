/// Finds the plot's box: everything around it is measured first, so that nothing overlaps.
struct FrameLayout {
  let chart: Chart
  let resolved: ResolvedChart
  let setter: TextSetter

  /// - Parameters:
  ///   - top: Where title and subtitle end.
  ///   - bottom: Where the caption begins.
  ///   - legendHeight: The height of the legend's rows at the top.
  ///   - endLabelWidth: What the names at the line ends take on the right.
  func frame(top: Double, bottom: Double, legendHeight: Double, endLabelWidth: Double) throws -> ChartFrame {
    let size = chart.theme.labelSize
    let legendTop = top + (legendHeight > 0 ? 6 : 0)
    let headBottom = legendTop + legendHeight
    let yTitleBaseline = headBottom + 6 + size
    let plotTop = chart.y.title == nil ? headBottom + Spacing.beforePlot : yTitleBaseline + Spacing.afterYTitle
    let plotBottom = bottom - (chart.x.title == nil ? 0 : size * TextSetter.lineHeight + 6) - xLabelHeight
    let height = max(plotBottom - plotTop, 1)
    let (yScale, yTicks) = AxisLayout.scaleAndTicks(
      resolved.y, spec: chart.y, length: height, pointsPerTick: Spacing.pointsPerYTick * max(1, size / 11))
    let widest = try yTicks.map { try setter.width($0.label, size: size) }.max() ?? 0
    let left = Spacing.margin + widest + Spacing.tickLabelGap
    let right = chart.widthInPoints - Spacing.margin - endLabelWidth
    let (xScale, xTicks, overhang) = try xAxis(width: max(right - left, 1), isFree: endLabelWidth == 0)
    let box = Rect(x: left, y: plotTop, width: max(right - left - overhang, 1), height: height)
    let plot = shaped(box)
    return ChartFrame(
      plot: plot, left: Spacing.margin, right: chart.widthInPoints - Spacing.margin, yTitleBaseline: yTitleBaseline,
      legendTop: legendTop, xTicks: xTicks, yTicks: yTicks, xScale: xScale, yScale: yScale)
  }

  private var xLabelHeight: Double {
    Spacing.tickLength + 4 + chart.theme.labelSize
      + (hasContextLine ? chart.theme.labelSize * TextSetter.lineHeight : 0)
  }

  /// Times have a second line under their labels, for the date under hours.
  private var hasContextLine: Bool {
    resolved.x.kind == .time && chart.x.values == nil && chart.x.format.style == .automatic
  }

  /// The largest box of the wanted shape in the upper left of the room that there is.
  private func shaped(_ box: Rect) -> Rect {
    guard let ratio = chart.plotAspectRatio, ratio > 0, ratio.isFinite else { return box }
    let width = min(box.width, box.height * ratio)
    return Rect(x: box.x, y: box.y, width: max(width, 1), height: max(width / ratio, 1))
  }

  /// The x axis, and by how much its last label stands out of the plot.
  private func xAxis(width: Double, isFree: Bool) throws -> (Scale, [Tick], Double) {
    let size = chart.theme.labelSize
    var (scale, ticks) = AxisLayout.scaleAndTicks(
      resolved.x, spec: chart.x, length: width, pointsPerTick: Spacing.pointsPerXTick * max(1, size / 11),
      hasContextLine: hasContextLine)
    if resolved.x.hasBands {
      // A name may reach over its neighbours' bands, which are then left unnamed.
      let room = min(max(width / Double(max(ticks.count, 1)), 120), width)
      ticks = try ticks.map { Tick(value: $0.value, label: try setter.shorten($0.label, width: room, size: size)) }
    }
    let labelled = ticks.filter { !$0.isMinor }
    let extents = try labelled.map { tick in
      let centre = (scale.fraction(tick.value) ?? 0) * width
      let half = try max(setter.width(tick.label, size: size), setter.width(tick.context ?? "", size: size)) / 2
      return (left: centre - half, right: centre + half)
    }
    let thinned = AxisLayout.thin(labelled, extents: extents, gap: 6)
    let last = labelled.indices.last { thinned.contains(labelled[$0]) }
    let overhang = isFree ? max(0, (last.map { extents[$0].right } ?? 0) - width) : 0
    return (scale, thinned + ticks.filter(\.isMinor), overhang)
  }
}
