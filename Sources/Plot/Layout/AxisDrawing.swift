/// Grid, base line, ticks, labels and titles of both axes.
struct AxisDrawing {
  let chart: Chart
  let resolved: ResolvedChart
  let frame: ChartFrame
  let setter: TextSetter

  private var size: Double { chart.theme.labelSize }

  /// Behind the data: lines across the plot at the ticks of y, or of x where y has bands.
  func grid() -> Node {
    let isUpright = resolved.y.kind == .band
    guard !isUpright || resolved.x.kind != .band else { return .group(Group("grid", [])) }
    let lines = (isUpright ? frame.xTicks : frame.yTicks).compactMap { tick -> Node? in
      guard let line = isUpright ? frame.x(tick.value).map(vertical) : frame.y(tick.value).map(horizontal) else {
        return nil
      }
      return .path(PathNode(line, stroke: Stroke(Paint(.grid, opacity: tick.isMinor ? 0.45 : 1), width: 0.75)))
    }
    return .group(Group("grid", lines))
  }

  /// The line where the values are 0.
  func baseline() -> Node? {
    let (axis, scale) = resolved.y.kind == .band ? (resolved.x, frame.xScale) : (resolved.y, frame.yScale)
    guard axis.kind == .linear, let fraction = scale.fraction(0), (0...1).contains(fraction),
      let line = resolved.y.kind == .band ? frame.x(0).map(vertical) : frame.y(0).map(horizontal)
    else { return nil }
    return .group(Group("baseline", [.path(PathNode(line, stroke: Stroke(Paint(.axis), width: 1)))]))
  }

  func xAxis() throws -> Node {
    var ticks = Path()
    var labels: [Node] = []
    for tick in frame.xTicks {
      guard let x = frame.x(tick.value) else { continue }
      if resolved.x.kind != .band {
        ticks.move(x, frame.plot.maxY)
        ticks.line(x, frame.plot.maxY + (tick.isMinor ? Spacing.tickLength / 2 : Spacing.tickLength))
      }
      guard !tick.label.isEmpty else { continue }
      let origin = Point(x, labelBaseline)
      labels.append(.text(try setter.line(tick.label, at: origin, size: size, anchor: .middle, paint: .muted)))
    }
    var nodes: [Node] = ticks.isEmpty ? [] : [.path(PathNode(ticks, stroke: Stroke(Paint(.axis), width: 1)))]
    nodes += labels
    if let title = chart.x.title {
      let origin = Point(frame.plot.midX, labelBaseline + 6 + size * TextSetter.lineHeight)
      let text = try setter.shorten(title, width: frame.right - frame.left, size: size)
      nodes.append(.text(try setter.line(text, at: origin, size: size, anchor: .middle, paint: .muted)))
    }
    return .group(Group("x-axis", nodes))
  }

  func yAxis() throws -> Node {
    var nodes: [Node] = []
    for tick in frame.yTicks where !tick.label.isEmpty {
      guard let y = frame.y(tick.value) else { continue }
      let origin = Point(frame.plot.x - Spacing.tickLabelGap, y + size * TextSetter.capHeight / 2)
      nodes.append(.text(try setter.line(tick.label, at: origin, size: size, anchor: .end, paint: .muted)))
    }
    if let title = chart.y.title {
      let text = try setter.shorten(title, width: frame.right - frame.left, size: size)
      let origin = Point(frame.left, frame.yTitleBaseline)
      nodes.append(.text(try setter.line(text, at: origin, size: size, paint: .muted)))
    }
    return .group(Group("y-axis", nodes))
  }

  private var labelBaseline: Double { frame.plot.maxY + Spacing.tickLength + 4 + size * TextSetter.capHeight }

  private func vertical(at x: Double) -> Path {
    let crisp = (x * 2).rounded() / 2 + 0.125
    return .segment(crisp, frame.plot.y, crisp, frame.plot.maxY)
  }

  /// A horizontal line whose upper edge lies on a pixel of a picture at scale 2, so that it looks the same at any height.
  private func horizontal(at y: Double) -> Path {
    let crisp = (y * 2).rounded() / 2 + 0.125
    return .segment(frame.plot.x, crisp, frame.plot.maxX, crisp)
  }
}
