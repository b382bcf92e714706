/// Places the short texts of marks where they cover least of the data.
struct AnnotationDrawing {
  let frame: ChartFrame
  let setter: TextSetter
  /// Places on the page that should stay visible.
  private let obstacles: [Point]
  private var taken: [Rect] = []

  init(frame: ChartFrame, setter: TextSetter, layers: [Layer]) {
    self.frame = frame
    self.setter = setter
    obstacles = layers.flatMap { Self.obstacles($0, frame) }
  }

  mutating func node(for layer: Layer) throws -> Node? {
    guard let annotation = layer.annotation else { return nil }
    let frame = frame
    switch annotation.anchor {
    case .point(let place):
      guard let anchor = frame.place(place) else { return nil }
      return try self.place(annotation.text, at: anchor) { Self.around(anchor, $0, $1) }
    case .x(let value):
      guard let x = frame.x(value) else { return nil }
      return try place(annotation.text, at: nil) { Self.beside(x: x, frame.plot, $0, $1) }
    case .y(let value):
      guard let y = frame.y(value) else { return nil }
      return try place(annotation.text, at: nil) { Self.above(y: y, frame.plot, $0, $1) }
    }
  }

  private mutating func place(
    _ text: String, at anchor: Point?, candidates: (Double, Double) -> [Rect]
  ) throws -> Node? {
    let size = setter.theme.labelSize
    let text = try setter.shorten(text, width: frame.plot.width, size: size)
    let (width, height) = (try setter.width(text, size: size) + 8, size + 7)
    let boxes = candidates(width, height).map(insidePlot)
    guard let box = boxes.min(by: { cost($0) < cost($1) }) else { return nil }
    taken.append(box)
    let origin = Point(box.midX, box.midY + size * TextSetter.capHeight / 2)
    var nodes: [Node] = []
    if let anchor, box.y > anchor.y + 12 || box.maxY < anchor.y - 12 {
      // Too far off to be read as the point's own without a stroke between them.
      let edge = box.y > anchor.y ? box.y : box.maxY
      let leader = Path.segment(anchor.x, edge, anchor.x, anchor.y + (edge > anchor.y ? 5 : -5))
      nodes.append(.path(PathNode(leader, stroke: Stroke(Paint(.muted), width: 0.75))))
    }
    nodes.append(.path(PathNode(Path(rect: box), fill: Paint(.paper, opacity: 0.8))))
    nodes.append(.text(try setter.line(text, at: origin, size: size, anchor: .middle, paint: .ink)))
    return .group(Group("annotation", nodes))
  }

  private static func around(_ anchor: Point, _ width: Double, _ height: Double) -> [Rect] {
    let gap = 6.0
    let near: [Rect] = [
      Rect(x: anchor.x - width / 2, y: anchor.y - gap - height, width: width, height: height),
      Rect(x: anchor.x - width / 2, y: anchor.y + gap, width: width, height: height),
      Rect(x: anchor.x + gap, y: anchor.y - height / 2, width: width, height: height),
      Rect(x: anchor.x - gap - width, y: anchor.y - height / 2, width: width, height: height),
    ]
    let far = [24.0, 44, 70].map {
      Rect(x: anchor.x - width / 2, y: anchor.y - gap - height - $0, width: width, height: height)
    }
    return near + far
  }

  private static func beside(x: Double, _ plot: Rect, _ width: Double, _ height: Double) -> [Rect] {
    [
      Rect(x: x + 3, y: plot.y, width: width, height: height),
      Rect(x: x - 3 - width, y: plot.y, width: width, height: height),
      Rect(x: x + 3, y: plot.maxY - height - 2, width: width, height: height),
    ]
  }

  private static func above(y: Double, _ plot: Rect, _ width: Double, _ height: Double) -> [Rect] {
    [
      Rect(x: plot.maxX - width, y: y - height - 1, width: width, height: height),
      Rect(x: plot.maxX - width, y: y + 1, width: width, height: height),
      Rect(x: plot.x, y: y - height - 1, width: width, height: height),
    ]
  }

  private func insidePlot(_ box: Rect) -> Rect {
    let plot = frame.plot
    return Rect(
      x: min(max(box.x, plot.x), max(plot.maxX - box.width, plot.x)),
      y: min(max(box.y, plot.y), max(plot.maxY - box.height, plot.y)), width: box.width, height: box.height)
  }

  /// Covered data, and far worse, covered annotations.
  private func cost(_ box: Rect) -> Int {
    obstacles.reduce(0) { $0 + (box.contains($1.x, $1.y) ? 1 : 0) }
      + taken.reduce(0) { $0 + (box.intersects($1) ? 1000 : 0) }
  }

  /// Places along lines, a few points apart, and dots.
  private static func obstacles(_ layer: Layer, _ frame: ChartFrame) -> [Point] {
    func places(_ x: [Double], _ y: [Double]) -> [Point] {
      let stride = max(1, x.count / 2000)
      return Swift.stride(from: 0, to: x.count, by: stride).compactMap { frame.place(DataPoint(x[$0], y[$0])) }
    }
    return layer.shapes.flatMap { shape -> [Point] in
      switch shape {
      case .points(let cloud): places(cloud.x, cloud.y)
      case .line(let line): between(places(line.x, line.y))
      case .texts(let texts): texts.compactMap { frame.place($0.place) }
      case .area, .rectangles, .segments, .ticks: []
      }
    }
  }

  private static func between(_ points: [Point]) -> [Point] {
    zip(points, points.dropFirst()).flatMap { a, b in
      let steps = min(max(1, Int(max(abs(b.x - a.x), abs(b.y - a.y)) / 4)), 200)
      return (0..<steps).map { step in
        let t = Double(step) / Double(steps)
        return Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
      }
    }
  }
}
