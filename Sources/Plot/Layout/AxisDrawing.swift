internal import Foundation

/// Grid, base line, ticks, labels and titles of both axes.
struct AxisDrawing {
  let chart: Chart
  let resolved: ResolvedChart
  let frame: ChartFrame
  let setter: TextSetter

  private var size: Double { setter.theme.labelSize }

  // MARK: Behind the data

  /// Lines across the plot at the ticks of y, or of x where y has bands, or as the chart says.
  func grid() -> Node {
    let isUpright = resolved.y.hasBands && !resolved.x.hasBands
    var lines: [Node] = []
    if chart.x.showsGrid ?? isUpright { lines += frame.xTicks.compactMap { line($0, frame.x($0.value).map(vertical)) } }
    if chart.y.showsGrid ?? !resolved.y.hasBands {
      lines += frame.yTicks.compactMap { line($0, frame.y($0.value).map(horizontal)) }
    }
    return .group(Group("grid", lines))
  }

  private func line(_ tick: Tick, _ path: Path?) -> Node? {
    path.map { .path(PathNode($0, stroke: Stroke(Paint(.grid, opacity: tick.isMinor ? 0.45 : 1), width: 0.75))) }
  }

  /// The line where the values are 0.
  func baseline() -> Node? {
    let (axis, scale) = resolved.y.hasBands ? (resolved.x, frame.xScale) : (resolved.y, frame.yScale)
    // An axis without labels says nothing about values, so that 0 is no place to mark either.
    let isBare = (resolved.y.hasBands ? chart.x : chart.y).values?.isEmpty == true
    guard !isBare, !axis.hasBands, axis.kind != .log, axis.kind != .time, let fraction = scale.fraction(0),
      (0...1).contains(fraction),
      let line = resolved.y.hasBands ? frame.x(0).map(vertical) : frame.y(0).map(horizontal)
    else { return nil }
    return .group(Group("baseline", [.path(PathNode(line, stroke: Stroke(Paint(.axis), width: 1)))]))
  }

  // MARK: x

  func xAxis() throws -> Node {
    var ticks = Path()
    for tick in frame.xTicks where !resolved.x.hasBands {
      guard let x = frame.x(tick.value) else { continue }
      let length = tick.isMinor ? Spacing.tickLength / 2 : Spacing.tickLength
      ticks.move(x, frame.isXOnTop ? frame.plot.y : frame.plot.maxY)
      ticks.line(x, frame.isXOnTop ? frame.plot.y - length : frame.plot.maxY + length)
    }
    var nodes: [Node] = ticks.isEmpty ? [] : [.path(PathNode(ticks, stroke: Stroke(Paint(.axis), width: 1)))]
    for label in frame.xLabels.labels {
      guard let x = frame.x(label.value) else { continue }
      nodes += frame.xLabels.angle == 0 ? try upright(label, x: x) : [try tilted(label, x: x)]
    }
    if let title = chart.x.title {
      let text = try setter.shorten(title, width: frame.right - frame.left, size: size)
      let half = try setter.width(text, size: size) / 2
      let middle = max(min(frame.plot.midX, frame.right - half), frame.left + half)
      let origin = Point(middle, frame.xTitleBaseline)
      nodes.append(.text(try setter.line(text, at: origin, size: size, anchor: .middle, paint: .muted)))
    }
    return .group(Group("x-axis", nodes))
  }

  /// The lines of a label, centred; the first next to an axis at the bottom, the last next to one at the top.
  private func upright(_ label: AxisLabels.Label, x: Double) throws -> [Node] {
    let gap = Spacing.tickLength + 4
    let first =
      frame.isXOnTop
      ? frame.plot.y - gap - Double(label.lines.count - 1) * size * TextSetter.lineHeight
      : frame.plot.maxY + gap + size * TextSetter.capHeight
    return try label.lines.enumerated().map { number, line in
      let origin = Point(x, first + Double(number) * size * TextSetter.lineHeight)
      return .text(try setter.line(line, at: origin, size: size, anchor: .middle, paint: .muted))
    }
  }

  /// A rising label that ends under its tick, or begins over it.
  private func tilted(_ label: AxisLabels.Label, x: Double) throws -> Node {
    let angle = frame.xLabels.angle * .pi / 180
    let rise = size * TextSetter.capHeight
    // The middle of the text's end, not its base line, points to the tick.
    let gap = Spacing.tickLength + 2
    let origin =
      frame.isXOnTop
      ? Point(x + rise / 2 * sin(angle), frame.plot.y - gap)
      : Point(x + rise / 2 * sin(angle), frame.plot.maxY + gap + rise * cos(angle))
    return .text(
      try setter.line(
        label.lines.joined(separator: " "), at: origin, size: size, anchor: frame.isXOnTop ? .start : .end,
        paint: .muted, rotation: -frame.xLabels.angle))
  }

  // MARK: y

  func yAxis() throws -> Node {
    var nodes = try labels(frame.yLabels, isTrailing: frame.isYTrailing)
    if let title = chart.y.title {
      nodes.append(try self.title(title, isTrailing: frame.isYTrailing, labels: frame.yLabels))
    }
    return .group(Group("y-axis", nodes))
  }

  /// The second axis of y, on the other side.
  func secondaryAxis() throws -> Node? {
    guard let secondary = frame.secondaryLabels else { return nil }
    var nodes = try labels(secondary, isTrailing: !frame.isYTrailing)
    if let title = chart.secondaryY?.title {
      nodes.append(try self.title(title, isTrailing: !frame.isYTrailing, labels: secondary))
    }
    return .group(Group("secondary y-axis", nodes))
  }

  private func labels(_ labels: AxisLabels, isTrailing: Bool) throws -> [Node] {
    try labels.labels.flatMap { label -> [Node] in
      guard let y = frame.y(label.value) else { return [] }
      let lineHeight = size * TextSetter.lineHeight
      let x = isTrailing ? frame.plot.maxX + Spacing.tickLabelGap : frame.plot.x - Spacing.tickLabelGap
      let first = y + size * TextSetter.capHeight / 2 - Double(label.lines.count - 1) * lineHeight / 2
      return try label.lines.enumerated().map { number, line in
        let origin = Point(x, first + Double(number) * lineHeight)
        return .text(try setter.line(line, at: origin, size: size, anchor: isTrailing ? .start : .end, paint: .muted))
      }
    }
  }

  /// Above its labels; on the left flush with the titles above, so that panels are aligned. Two titles share the row.
  private func title(_ title: String, isTrailing: Bool, labels: AxisLabels) throws -> Node {
    let isAlone = chart.y.title == nil || chart.secondaryY?.title == nil
    let outer = Spacing.tickLabelGap + labels.depth
    let edge = isTrailing ? frame.plot.maxX + outer : frame.yTitleLeft
    let room = isTrailing ? edge - frame.left : frame.right - edge
    let width = isAlone ? room : frame.plot.width / 2 - 6
    let text = try setter.shorten(title, width: max(width, 1), size: size)
    return .text(
      try setter.line(
        text, at: Point(edge, frame.yTitleBaseline), size: size, anchor: isTrailing ? .end : .start, paint: .muted))
  }

  // MARK: Lines

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
