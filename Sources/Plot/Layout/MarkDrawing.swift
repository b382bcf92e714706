/// Draws layers of data into a chart's frame.
struct MarkDrawing {
  let frame: ChartFrame
  let theme: Theme

  /// Cairo's fixed-point coordinates and SVG viewers both do well with lines that end a little outside the plot.
  private var reach: Rect { frame.plot.insetBy(-20) }

  func nodes(_ layer: Layer) -> [Node] {
    switch layer {
    case .lines(let lines, let style): lines.map { line($0, style) }
    case .points(let series, let style): series.map { points($0, style) }
    case .bars(let series, let style): bars(series, style)
    case .rule(let mark): rule(mark).map { [$0] } ?? []
    }
  }

  // MARK: Lines

  private func line(_ line: LineSeries, _ style: MarkStyle) -> Node {
    var path = Path()
    var dots = Path()
    let width = style.lineWidth ?? theme.lineWidth
    for run in runs(line) {
      if run.count == 1 {
        dots.circle(x: run[0].x, y: run[0].y, radius: max(width * 0.9, 1))
        continue
      }
      for part in LineClipper.clip(reduced(run), to: reach) { append(part, to: &path) }
    }
    let paint = line.paint.faded(style.opacity)
    var nodes: [Node] = []
    if !path.isEmpty {
      let cap: Stroke.Cap = line.dash.isEmpty ? .round : .butt
      nodes.append(.path(PathNode(path, stroke: Stroke(paint, width: width, dash: line.dash, cap: cap))))
    }
    if !dots.isEmpty { nodes.append(.path(PathNode(dots, fill: paint))) }
    return .group(Group(Self.role("line", line.name), nodes))
  }

  /// The line in points of the page, cut wherever a value cannot be shown.
  private func runs(_ line: LineSeries) -> [[Point]] {
    var runs: [[Point]] = []
    var isOpen = false
    for (x, y) in zip(line.x, line.y) {
      guard let x = frame.x(x), let y = frame.y(y) else {
        isOpen = false
        continue
      }
      if isOpen {
        runs[runs.count - 1].append(Point(x, y))
      } else {
        runs.append([Point(x, y)])
        isOpen = true
      }
    }
    return runs
  }

  /// A line with many more points than half-point columns, without those that would not change the picture.
  private func reduced(_ run: [Point]) -> [Point] {
    let columnWidth = 0.5
    guard Double(run.count) > 4 * frame.plot.width / columnWidth,
      zip(run, run.dropFirst()).allSatisfy({ $0.x <= $1.x })
    else { return run }
    return Decimation.m4(run, columnWidth: columnWidth)
  }

  private func append(_ points: [Point], to path: inout Path) {
    guard let first = points.first else { return }
    path.move(first.x, first.y)
    for point in points.dropFirst() { path.line(point.x, point.y) }
  }

  // MARK: Points

  private func points(_ series: PointSeries, _ style: MarkStyle) -> Node {
    var path = Path()
    var count = 0
    for (x, y) in zip(series.x, series.y) {
      guard let x = frame.x(x), let y = frame.y(y), reach.insetBy(15).contains(x, y) else { continue }
      path.circle(x: x, y: y, radius: style.radius ?? (style.annotation == nil ? 3 : 4.5))
      count += 1
    }
    let paint = series.paint.faded(style.opacity ?? (count > 200 ? 0.7 : 1))
    // A ring in the colour of the paper sets a marked point off from the line that it lies on.
    let ring = style.annotation == nil ? nil : Stroke(Paint(.paper), width: 1.5)
    let nodes: [Node] = path.isEmpty ? [] : [.path(PathNode(path, fill: paint, stroke: ring))]
    return .group(Group(Self.role("points", series.name), nodes))
  }

  // MARK: Bars

  private func bars(_ series: [BarSeries], _ style: MarkStyle) -> [Node] {
    guard case .band(let bands) = frame.xScale, !bands.isEmpty else { return [] }
    let bandWidth = frame.plot.width / Double(bands.count)
    let slot = bandWidth * Scale.bandFill / Double(max(series.count, 1))
    // A gap of one pixel at scale 2, where bars are wide enough to spare it.
    let gap = series.count > 1 && slot > 3 ? 0.5 : 0
    return series.enumerated().map { number, bars in
      var path = Path()
      for (band, height) in bars.heights.enumerated() {
        let left = frame.plot.x + (Double(band) + (1 - Scale.bandFill) / 2) * bandWidth + Double(number) * slot
        if let bar = bar(height, left: left + gap / 2, width: slot - gap) { path.rect(bar) }
      }
      let nodes: [Node] = path.isEmpty ? [] : [.path(PathNode(path, fill: bars.paint.faded(style.opacity)))]
      return .group(Group(Self.role("bars", bars.name), nodes))
    }
  }

  private func bar(_ height: Double, left: Double, width: Double) -> Rect? {
    guard let end = frame.y(height) else { return nil }
    let start = frame.y(0) ?? frame.plot.maxY
    let (top, bottom) = (max(min(start, end), frame.plot.y - 20), min(max(start, end), frame.plot.maxY + 20))
    return bottom > top ? Rect(x: left, y: top, width: width, height: bottom - top) : nil
  }

  // MARK: Rules

  private func rule(_ mark: RuleMark) -> Node? {
    let paint = Paint(mark.style.color.map { .fixed($0) } ?? .muted).faded(mark.style.opacity)
    let stroke = Stroke(paint, width: mark.style.lineWidth ?? 1, dash: mark.style.dash ?? [4, 3])
    if let x = mark.x.flatMap(frame.x) {
      return .group(Group("rule", [.path(PathNode(.segment(x, frame.plot.y, x, frame.plot.maxY), stroke: stroke))]))
    }
    guard let y = mark.y.flatMap(frame.y) else { return nil }
    return .group(Group("rule", [.path(PathNode(.segment(frame.plot.x, y, frame.plot.maxX, y), stroke: stroke))]))
  }

  private static func role(_ kind: String, _ name: String?) -> String { name.map { "\(kind): \($0)" } ?? kind }
}

extension Paint {
  fileprivate func faded(_ opacity: Double?) -> Paint {
    Paint(role, opacity: self.opacity * min(max(opacity ?? 1, 0), 1))
  }
}
