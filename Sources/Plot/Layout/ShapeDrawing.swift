/// Draws shapes of data space into a chart's frame.
struct ShapeDrawing {
  let frame: ChartFrame
  let setter: TextSetter

  func nodes(_ shape: Shape) throws -> [Node] {
    switch shape {
    case .line(let line): self.line(line)
    case .area(let area): self.area(area)
    case .rectangles(let rectangles, let style): self.rectangles(rectangles, style)
    case .points(let cloud): points(cloud)
    case .segments(let segments, let stroke): self.segments(segments, stroke)
    case .texts(let texts): try texts.compactMap(text)
    case .ticks(let values, let axis, let stroke): ticks(values, axis, stroke)
    }
  }

  // MARK: Lines

  private func line(_ line: PolyLine) -> [Node] {
    let runs = LineRuns(line, plane: frame.plane)
    if let dense = runs.dense {
      return [.path(PathNode(dense, stroke: line.stroke))] + dots(runs.alone, line.stroke)
    }
    let path = runs.path
    return (path.isEmpty ? [] : [.path(PathNode(path, stroke: line.stroke))]) + dots(runs.alone, line.stroke)
  }

  /// Rows that stand alone between gaps.
  private func dots(_ places: [Point], _ stroke: Stroke) -> [Node] {
    guard !places.isEmpty else { return [] }
    var path = Path()
    for place in places { path.circle(x: place.x, y: place.y, radius: max(stroke.width * 1.5, 1.5)) }
    return [.path(PathNode(path, fill: stroke.paint))]
  }

  // MARK: Areas

  private func area(_ area: AreaBand) -> [Node] {
    var path = Path()
    for (upper, lower) in edges(area) {
      Curve.append(upper, method: area.interpolation, to: &path)
      // Backwards, a step at the start of a piece is one at its end.
      let method: InterpolationMethod =
        switch area.interpolation {
        case .stepStart: .stepEnd
        case .stepEnd: .stepStart
        default: area.interpolation
        }
      Curve.append(lower.reversed(), method: method, isContinued: true, to: &path)
      path.close()
    }
    return path.isEmpty ? [] : [.path(PathNode(path, fill: area.fill))]
  }

  /// Upper and lower edge on the page, cut wherever one cannot be shown. An area from 0 on a logarithmic axis reaches to
  /// the bottom of the plot.
  private func edges(_ area: AreaBand) -> [(upper: [Point], lower: [Point])] {
    var edges: [(upper: [Point], lower: [Point])] = []
    var isOpen = false
    for row in area.x.indices {
      guard area.x[row].isFinite, area.high[row].isFinite, area.low[row].isFinite, let x = frame.x(area.x[row]),
        let high = frame.y(area.high[row])
      else {
        isOpen = false
        continue
      }
      if !isOpen { edges.append(([], [])) }
      isOpen = true
      edges[edges.count - 1].upper.append(frame.plane.near(Point(x, high)))
      edges[edges.count - 1].lower.append(frame.plane.near(Point(x, frame.y(area.low[row]) ?? frame.plot.maxY)))
    }
    return edges
  }

  // MARK: Rectangles

  private func rectangles(_ rectangles: [DataRectangle], _ style: RectangleStyle) -> [Node] {
    var style = style
    if style.isTable { style.inset = tableInset(rectangles, most: style.inset) }
    if style.fills.count == 1 {
      var path = Path()
      for rectangle in rectangles { if let box = box(rectangle, inset: style.inset) { path.rect(box) } }
      return path.isEmpty ? [] : [.path(PathNode(path, fill: style.fills[0], stroke: style.stroke))]
    }
    return zip(rectangles, style.fills).compactMap { rectangle, fill in
      box(rectangle, inset: style.inset).map { .path(PathNode(Path(rect: $0), fill: fill, stroke: style.stroke)) }
    }
  }

  /// The gap between cells shrinks with them; below 5 points a table is an image, whose cells overlap by a hair so that
  /// no paper shows between them.
  private func tableInset(_ cells: [DataRectangle], most: Double) -> Double {
    guard let cell = cells.first.flatMap({ box($0, inset: 0) }) else { return most }
    let side = min(cell.width, cell.height)
    return side < 5 ? -0.25 : min(most, most * (side - 4) / 12)
  }

  private func box(_ rectangle: DataRectangle, inset: Double) -> Rect? {
    guard
      let (left, right) = span(
        frame.x(rectangle.x0) ?? frame.plot.x, frame.x(rectangle.x1), frame.plot.x, frame.plot.maxX),
      let (top, bottom) = span(
        frame.y(rectangle.y0) ?? frame.plot.maxY, frame.y(rectangle.y1), frame.plot.y, frame.plot.maxY)
    else { return nil }
    let insetX = right - left > 3 || inset < 0 ? inset : 0
    let insetY = (bottom - top > 3 || inset < 0) && isYBand ? inset : 0
    return Rect(x: left + insetX, y: top + insetY, width: right - left - 2 * insetX, height: bottom - top - 2 * insetY)
  }

  private var isYBand: Bool { if case .band = frame.yScale { true } else { false } }

  /// Both ends in order, no further outside the plot than renderers take; `nil` when nothing of it can be seen.
  private func span(_ a: Double, _ b: Double?, _ first: Double, _ last: Double) -> (Double, Double)? {
    guard let b else { return nil }
    let (low, high) = (max(min(a, b), first - 20), min(max(a, b), last + 20))
    return high > low ? (low, high) : nil
  }

  // MARK: Points

  private func points(_ cloud: PointCloud) -> [Node] {
    if let grid = cloud.binning?.grid { return grid.nodes(cloud) }
    let box = frame.plot.insetBy(-5)
    if cloud.fills.count == 1 {
      var path = Path()
      for row in cloud.x.indices {
        guard let place = finitePlace(cloud, row), box.contains(place.x, place.y) else { continue }
        path.symbol(cloud.symbol, x: place.x, y: place.y, radius: cloud.radii[min(row, cloud.radii.count - 1)])
      }
      return path.isEmpty ? [] : [.path(PathNode(path, fill: cloud.fills[0], stroke: cloud.ring))]
    }
    return cloud.x.indices.compactMap { row in
      guard let place = finitePlace(cloud, row), box.contains(place.x, place.y), row < cloud.fills.count else {
        return nil
      }
      var path = Path()
      path.symbol(cloud.symbol, x: place.x, y: place.y, radius: cloud.radii[min(row, cloud.radii.count - 1)])
      return .path(PathNode(path, fill: cloud.fills[row], stroke: cloud.ring))
    }
  }

  private func finitePlace(_ cloud: PointCloud, _ row: Int) -> Point? {
    cloud.x[row].isFinite && cloud.y[row].isFinite ? frame.place(DataPoint(cloud.x[row], cloud.y[row])) : nil
  }

  // MARK: Segments, texts, ticks

  private func segments(_ segments: [DataSegment], _ stroke: Stroke) -> [Node] {
    var path = Path()
    for segment in segments {
      guard let start = frame.place(segment.start), let end = frame.place(segment.end) else { continue }
      for part in LineClipper.clip([start, end], to: frame.plot) { Curve.append(part, method: .linear, to: &path) }
    }
    return path.isEmpty ? [] : [.path(PathNode(path, stroke: stroke))]
  }

  private func text(_ text: DataText) throws -> Node? {
    guard let place = frame.place(text.place), frame.plot.insetBy(-5).contains(place.x, place.y) else { return nil }
    let size = setter.theme.labelSize
    let line = try setter.shorten(text.text, width: frame.plot.width, size: size)
    let origin = Point(place.x, place.y + size * TextSetter.capHeight / 2)
    var node = try setter.line(line, at: origin, size: size, anchor: .middle, paint: .ink)
    node.paint = text.paint
    return .text(node)
  }

  private func ticks(_ values: [Double], _ axis: AxisName, _ stroke: Stroke) -> [Node] {
    let length = 8.0
    var path = Path()
    for value in values where value.isFinite {
      if axis == .x, let x = frame.x(value), x >= frame.plot.x, x <= frame.plot.maxX {
        path.move(x, frame.plot.maxY - length)
        path.line(x, frame.plot.maxY)
      } else if axis == .y, let y = frame.y(value), y >= frame.plot.y, y <= frame.plot.maxY {
        path.move(frame.plot.x, y)
        path.line(frame.plot.x + length, y)
      }
    }
    return path.isEmpty ? [] : [.path(PathNode(path, stroke: stroke))]
  }
}
