/// What stands around a plot and its axes, in points.
struct Surroundings {
  /// Where title and subtitle end.
  var top: Double
  /// Where the caption begins.
  var bottom: Double
  /// The height of a legend between the titles and the plot.
  var topLegend = 0.0
  /// The height of a legend between the plot and the caption.
  var bottomLegend = 0.0
  /// The width of what stands on the right of the plot and its axes.
  var right = 0.0
  /// Whether what stands on the right has a title in the row of the y axis' title.
  var hasRightTitle = false

  /// Keeps the space that a colour bar takes around the plot.
  mutating func add(_ bar: ColorBar) throws {
    switch bar.place {
    case .top: topLegend += bar.height
    case .bottom: bottomLegend += bar.height
    case .right:
      right += try bar.width
      hasRightTitle = bar.key.title != nil
    }
  }

  /// Keeps the space that a legend takes around the plot.
  mutating func add(_ legend: LegendLayout) {
    switch legend.position {
    case .bottom: bottomLegend += legend.height
    case .right: right += Spacing.legendGap + legend.width
    case .inside: break
    default: topLegend += legend.height
    }
  }
}

/// Finds the plot's box: everything around it is measured first, so that nothing overlaps.
struct FrameLayout {
  let chart: Chart
  let resolved: ResolvedChart
  let setter: TextSetter
  /// The least space around the plot, so that the panels of a figure are aligned.
  var margins = Margins()

  /// Space that the labels of x need outside the plot.
  private struct Reserve: Equatable {
    var depth: Double
    var before = 0.0
    var after = 0.0
  }

  private var size: Double { setter.theme.labelSize }
  private var isXOnTop: Bool { chart.x.position == .top }
  private var isYTrailing: Bool { chart.y.position == .trailing }

  func frame(_ around: Surroundings) throws -> ChartFrame {
    var reserve = Reserve(depth: resolved.x.isLabelled ? size : 0)
    var frame = try draft(around, reserve)
    // Labels that need more room make the plot smaller, and a smaller plot may need other labels.
    for _ in 0..<5 {
      var needed = reserve
      needed.depth = max(needed.depth, frame.xLabels.depth)
      needed.before = max(needed.before, frame.xLabels.before)
      needed.after = max(needed.after, frame.xLabels.after)
      if needed == reserve { break }
      reserve = needed
      frame = try draft(around, reserve)
    }
    return frame
  }

  private func draft(_ around: Surroundings, _ reserve: Reserve) throws -> ChartFrame {
    let legendTop = around.top + (around.topLegend > 0 ? 6 : 0)
    let headBottom = legendTop + around.topLegend
    let hasYTitle = chart.y.title != nil || chart.secondaryY?.title != nil || around.hasRightTitle
    let titlesBottom = headBottom + (hasYTitle ? 6 + size + Spacing.afterYTitle : Spacing.beforePlot)
    let legendBottom = around.bottom - around.bottomLegend
    let titleHeight = chart.x.title == nil ? 0 : size * TextSetter.lineHeight + 6
    let xHeight = Spacing.tickLength + 4 + reserve.depth + titleHeight
    let aboveAxes = isXOnTop ? xHeight - 6 : 0
    let top = max(titlesBottom + aboveAxes, margins.top)
    let belowPlot = (isXOnTop ? size / 2 : xHeight) + (around.bottomLegend > 0 ? 10 : 0)
    let bottom = min(legendBottom - belowPlot, chart.heightInPoints - margins.bottom)

    var (yScale, yTicks, yLabels) = try yAxis(height: max(bottom - top, 1), most: chart.widthInPoints * 0.4)
    let secondary = try SecondaryTicks(chart, resolved.y.kind, yScale, setter: setter)?.labels(
      height: max(bottom - top, 1))
    let (left, right) = sides(around, reserve, yLabels, secondary)
    let plot = shaped(Rect(x: left, y: top, width: max(right - left, 1), height: max(bottom - top, 1)))
    if plot.height < bottom - top {
      (yScale, yTicks, yLabels) = try yAxis(height: plot.height, most: max(yLabels.depth, size))
    }
    let (xScale, xTicks, xLabels) = try xAxis(width: plot.width)
    let farTitle = Spacing.tickLength + 4 + reserve.depth + 6
    return ChartFrame(
      plot: plot, left: Spacing.margin, right: chart.widthInPoints - Spacing.margin,
      yTitleLeft: Spacing.margin + plot.x - left, yTitleBaseline: top - aboveAxes - Spacing.afterYTitle,
      xTitleBaseline: isXOnTop ? plot.y - farTitle : plot.maxY + farTitle + size * TextSetter.capHeight + 2,
      legendTop: legendTop, legendBottom: legendBottom, xTicks: xTicks, yTicks: yTicks, xLabels: xLabels,
      yLabels: yLabels, secondaryLabels: secondary, isXOnTop: isXOnTop, isYTrailing: isYTrailing, xScale: xScale,
      yScale: yScale)
  }

  /// The left and the right edge of the plot.
  private func sides(
    _ around: Surroundings, _ reserve: Reserve, _ y: AxisLabels, _ secondary: AxisLabels?
  ) -> (Double, Double) {
    func width(_ labels: AxisLabels?) -> Double {
      labels.map { $0.depth > 0 ? $0.depth + Spacing.tickLabelGap : 0 } ?? 0
    }
    let (leading, trailing) = isYTrailing ? (width(secondary), width(y)) : (width(y), width(secondary))
    let edge = chart.widthInPoints - Spacing.margin
    return (
      max(Spacing.margin + max(leading, reserve.before), margins.left),
      min(edge - max(around.right + trailing, reserve.after), chart.widthInPoints - margins.right)
    )
  }

  /// The largest box of the wanted shape at the top of the room that there is, in the middle between left and right.
  private func shaped(_ box: Rect) -> Rect {
    guard let ratio = chart.plotAspectRatio, ratio > 0, ratio.isFinite else { return box }
    let width = min(box.width, box.height * ratio)
    let x = box.x + ((box.width - width) / 2).rounded(.down)
    return Rect(x: x, y: box.y, width: max(width, 1), height: max(width / ratio, 1))
  }

  /// Whether both axes of a plot of fixed shape show quantities of one kind, which then have labels at like distances.
  private var hasEqualTicks: Bool {
    chart.plotAspectRatio != nil && resolved.x.kind == resolved.y.kind && !resolved.x.hasBands
  }

  // MARK: Axes

  private func yAxis(height: Double, most: Double) throws -> (Scale, [Tick], AxisLabels) {
    let (scale, ticks) = AxisLayout.scaleAndTicks(
      resolved.y, spec: chart.y, length: height,
      pointsPerTick: (hasEqualTicks ? Spacing.pointsPerEqualTick : Spacing.pointsPerYTick) * max(1, size / 11))
    guard resolved.y.isLabelled else { return (scale, ticks, AxisLabels()) }
    if resolved.y.hasBands {
      return (
        scale, ticks, try NameLabels(ticks: ticks, scale: scale, setter: setter).column(height: height, most: most)
      )
    }
    var labels = AxisLabels()
    for tick in ticks where !tick.label.isEmpty {
      let text = try setter.shorten(tick.label, width: most, size: size)
      labels.labels.append(AxisLabels.Label(value: tick.value, lines: [text]))
      labels.depth = max(labels.depth, try setter.width(text, size: size))
    }
    return (scale, ticks, labels)
  }

  /// Times have a second line under their labels, for the date under hours.
  private var hasContextLine: Bool {
    resolved.x.kind == .time && chart.x.values == nil && chart.x.format.style == .automatic
  }

  private func xAxis(width: Double) throws -> (Scale, [Tick], AxisLabels) {
    let (scale, ticks) = AxisLayout.scaleAndTicks(
      resolved.x, spec: chart.x, length: width,
      pointsPerTick: hasEqualTicks ? Spacing.pointsPerEqualTick : Spacing.pointsPerXTick, hasContextLine: hasContextLine
    )
    guard resolved.x.isLabelled else { return (scale, ticks, AxisLabels()) }
    if resolved.x.hasBands {
      let labels = try NameLabels(ticks: ticks, scale: scale, setter: setter).row(
        width: width, most: chart.heightInPoints * 0.35, overhang: chart.widthInPoints * 0.2, risesFromAxis: isXOnTop)
      return (scale, ticks, labels)
    }
    let labelled = ticks.filter { !$0.isMinor }
    let centers = labelled.map { (scale.fraction($0.value) ?? 0) * width }
    let thinned = try AxisLayout.thin(labelled, centers: centers, gap: 6) { try setter.width($0, size: size) }
    var labels = AxisLabels(depth: size)
    for tick in thinned {
      let center = (scale.fraction(tick.value) ?? 0) * width
      let lines = [tick.label] + (tick.context.map { [$0] } ?? [])
      labels.labels.append(AxisLabels.Label(value: tick.value, lines: lines))
      if tick.context != nil { labels.depth = size * (1 + TextSetter.lineHeight) }
      let half = try lines.map { try setter.width($0, size: size) / 2 }.max() ?? 0
      labels.before = max(labels.before, half - center)
      labels.after = max(labels.after, center + half - width)
    }
    return (scale, thinned + ticks.filter(\.isMinor), labels)
  }
}
