internal import Foundation

/// Places the short texts of marks where they cover least of the data and never each other.
struct AnnotationDrawing {
  let frame: ChartFrame
  let setter: TextSetter
  private let occupancy: Occupancy
  private var taken: [Rect]
  private var placements: [Placement] = []
  /// The ways from texts to their points so far.
  private var arrows: [(start: Point, end: Point)] = []
  /// The points that annotations belong to.
  private let anchors: [Point]
  /// The boxes around pale backgrounds.
  private let shades: [Rect]
  /// Each is weighed against all others, and nobody reads more.
  private static let most = 200
  /// Texts for which there was no place left.
  private(set) var leftOut: [String] = []

  /// - Parameter taken: What no text may cover, such as a legend inside the plot.
  init(frame: ChartFrame, setter: TextSetter, occupancy: Occupancy, layers: [Layer], taken: [Rect] = []) {
    anchors = layers.lazy.filter { $0.annotation != nil }.prefix(Self.most).compactMap { layer in
      if case .point(let place)? = layer.annotation?.anchor { frame.place(place) } else { nil }
    }
    shades = layers.flatMap(\.shapes).compactMap { Occupancy.shade($0, frame) }
    self.frame = frame
    self.setter = setter
    self.occupancy = occupancy
    self.taken = taken
  }

  /// A text in its place.
  private struct Placement {
    var text: String
    var box: Rect
    /// The point that it belongs to; `nil` for texts along a line.
    var anchor: Point?
  }

  /// The annotations of all layers.
  mutating func nodes(for layers: [Layer]) throws -> [Node] {
    let annotated = layers.filter { $0.annotation != nil }
    for layer in annotated.prefix(Self.most) { try place(layer) }
    leftOut += annotated.dropFirst(Self.most).compactMap(\.annotation?.text)
    untangle()
    return try placements.map(node)
  }

  private mutating func place(_ layer: Layer) throws {
    guard let annotation = layer.annotation else { return }
    let frame = frame
    switch annotation.anchor {
    case .point(let place):
      guard let anchor = frame.place(place), frame.plot.insetBy(-1).contains(anchor.x, anchor.y) else { return }
      try self.place(annotation.text, at: anchor) { Self.around(anchor, $0, $1) }
    case .x(let value):
      guard let x = frame.x(value) else { return }
      try place(annotation.text, at: nil) { Self.beside(x: x, frame.plot, $0, $1) }
    case .y(let value):
      guard let y = frame.y(value) else { return }
      try place(annotation.text, at: nil) { Self.along(y: y, frame.plot, $0, $1) }
    }
  }

  private mutating func place(
    _ text: String, at anchor: Point?, candidates: (Double, Double) -> [Rect]
  ) throws {
    let size = setter.theme.labelSize
    let text = try setter.shorten(text, width: max(frame.plot.width - 8, 1), size: size)
    let (width, height) = (try setter.width(text, size: size) + 8, size + 7)
    let boxes = candidates(width, height).map(insidePlot)
    var choice = best(boxes, anchor)
    if choice == nil || (anchor != nil && choice?.cost ?? 0 > Self.costOfLooking) {
      let farther = best(everywhere(width, height), anchor)
      if farther?.cost ?? .infinity < choice?.cost ?? .infinity { choice = farther }
    }
    guard let box = choice?.box else {
      leftOut.append(text)
      return
    }
    taken.append(box)
    placements.append(Placement(text: text, box: box, anchor: anchor))
    if let anchor { arrows.append((Self.nearest(in: box, to: anchor), anchor)) }
  }

  private func node(_ placement: Placement) throws -> Node {
    let (size, box) = (setter.theme.labelSize, placement.box)
    let origin = Point(box.midX, box.midY + size * TextSetter.capHeight / 2)
    var nodes = placement.anchor.map { arrow(from: box, to: $0) } ?? []
    // Paper behind the text hides grid lines and data, but would be a hole in a shaded range.
    let isOnShade = shades.contains { $0.intersects(box) }
    if !isOnShade || occupancy.count(in: box) > 0 {
      nodes.append(.path(PathNode(Path(rect: box), fill: Paint(.paper, opacity: isOnShade ? 0.6 : 0.8))))
    }
    nodes.append(.text(try setter.line(placement.text, at: origin, size: size, anchor: .middle, paint: .ink)))
    return .group(Group("annotation", nodes))
  }

  /// From this cost on, places farther off are looked at too.
  private static let costOfLooking = 6.0

  /// The box that covers least, the nearest of several; none may touch another text or hide its own point.
  private func best(_ boxes: [Rect], _ anchor: Point?) -> (box: Rect, cost: Double)? {
    var best: (box: Rect, cost: Double)?
    for box in boxes {
      if taken.contains(where: { $0.insetBy(-1).intersects(box) }) { continue }
      if let anchor, box.insetBy(-3).contains(anchor.x, anchor.y) { continue }
      // A text that touches a line reads as badly as one on it.
      var cost = Double(occupancy.count(in: box.insetBy(-1.5)))
      // Arrows, texts and other points should not lie over each other, but may if nothing else is left.
      cost += arrows.contains { Self.isNear(box, $0.start, $0.end) } ? 100 : 0
      let surroundings = box.insetBy(-4)
      cost += anchors.contains { surroundings.contains($0.x, $0.y) } ? 50 : 0
      if let anchor { cost += self.cost(from: box, to: anchor) } else { cost += 0.1 * Double(best == nil ? 0 : 1) }
      if cost < best?.cost ?? .infinity { best = (box, cost) }
    }
    return best
  }

  /// What speaks against the way from a text to its point: its length, and what it crosses.
  private func cost(from box: Rect, to anchor: Point) -> Double {
    let start = Self.nearest(in: box, to: anchor)
    let length = hypot(anchor.x - start.x, anchor.y - start.y)
    // Texts right above their points are read most easily.
    let isAbove = abs(box.midX - anchor.x) < 1 && box.maxY <= anchor.y
    var cost = 0.06 * length + (isAbove ? 0 : 0.5)
    let way = Self.way(from: box, to: anchor)
    if way.contains(where: { place in taken.contains { $0.contains(place.x, place.y) } }) { cost += 100 }
    if arrows.contains(where: { Self.cross($0.start, $0.end, start, anchor) }) { cost += 60 }
    let reach = Rect(
      x: min(start.x, anchor.x), y: min(start.y, anchor.y), width: abs(anchor.x - start.x),
      height: abs(anchor.y - start.y)
    ).insetBy(-5)
    let others = anchors.filter { reach.contains($0.x, $0.y) && hypot($0.x - anchor.x, $0.y - anchor.y) > 0.5 }
    if way.contains(where: { place in others.contains { hypot($0.x - place.x, $0.y - place.y) < 5 } }) { cost += 40 }
    return cost
  }

  /// Whether a stroke passes a box.
  private static func isNear(_ box: Rect, _ start: Point, _ end: Point) -> Bool {
    !LineClipper.clip([start, end], to: box).isEmpty
  }

  /// Whether two strokes cross, which those that only touch do not.
  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  // MARK: Untangling

  /// Lets texts whose arrows cross change places, as long as fewer arrows cross or run through texts.
  private mutating func untangle() {
    guard placements.count <= 60 else { return }
    let others = taken.filter { box in !placements.contains { $0.box == box } }
    var tangles = tangles(placements)
    for _ in 0..<8 where tangles > 0 {
      let before = tangles
      for first in placements.indices {
        for second in placements.indices where second > first {
          guard let swapped = swapped(first, second, others) else { continue }
          let count = self.tangles(swapped)
          if count < tangles { (placements, tangles) = (swapped, count) }
        }
      }
      if tangles == before { return }
    }
  }

  /// The placements with two texts in each other's place; `nil` where they do not fit.
  private func swapped(_ first: Int, _ second: Int, _ others: [Rect]) -> [Placement]? {
    let (a, b) = (placements[first], placements[second])
    guard let ownA = a.anchor, let ownB = b.anchor else { return nil }
    func moved(_ box: Rect, to place: Rect) -> Rect {
      insidePlot(
        Rect(x: place.midX - box.width / 2, y: place.midY - box.height / 2, width: box.width, height: box.height))
    }
    var swapped = placements
    swapped[first].box = moved(a.box, to: b.box)
    swapped[second].box = moved(b.box, to: a.box)
    for (number, anchor) in [(first, ownA), (second, ownB)] {
      let box = swapped[number].box
      guard !box.insetBy(-3).contains(anchor.x, anchor.y) else { return nil }
      let rest = others + swapped.indices.filter { $0 != number }.map { swapped[$0].box }
      guard !rest.contains(where: { $0.insetBy(-1).intersects(box) }) else { return nil }
    }
    return swapped
  }

  /// How many arrows cross each other or run through texts.
  private func tangles(_ placements: [Placement]) -> Int {
    let ways = placements.map { placement in
      placement.anchor.map { (Self.nearest(in: placement.box, to: $0), $0) }
    }
    var count = 0
    for (number, way) in ways.enumerated() {
      guard let way else { continue }
      count += ways.dropFirst(number + 1).count { $0.map { Self.cross(way.0, way.1, $0.0, $0.1) } ?? false }
      count += placements.indices.count { $0 != number && Self.isNear(placements[$0].box, way.0, way.1) }
    }
    return count
  }

  // MARK: Candidates, the best first

  private static func around(_ anchor: Point, _ width: Double, _ height: Double) -> [Rect] {
    [6.0, 24, 44, 70, 100, 130].flatMap { gap -> [Rect] in
      let (up, down) = (anchor.y - gap - height, anchor.y + gap)
      let (left, right) = (anchor.x - gap - width, anchor.x + gap)
      let (center, middle) = (anchor.x - width / 2, anchor.y - height / 2)
      return [
        (center, up), (center, down), (right, middle), (left, middle), (right, up), (left, up), (right, down),
        (left, down), (anchor.x - 12, up), (anchor.x + 12 - width, up), (anchor.x - 12, down),
        (anchor.x + 12 - width, down),
      ]
      .map { Rect(x: $0, y: $1, width: width, height: height) }
    }
  }

  private static func beside(x: Double, _ plot: Rect, _ width: Double, _ height: Double) -> [Rect] {
    let tops = stride(from: plot.y, through: max(plot.maxY - height, plot.y), by: height + 2).prefix(100)
    return tops.flatMap { top in
      [x + 3, x - 3 - width].map { Rect(x: $0, y: top, width: width, height: height) }
    }
  }

  private static func along(y: Double, _ plot: Rect, _ width: Double, _ height: Double) -> [Rect] {
    [plot.maxX - width, plot.x, plot.midX - width / 2].flatMap { left in
      [y - height - 1, y + 1].map { Rect(x: left, y: $0, width: width, height: height) }
    }
  }

  /// Places all over the plot, the last resort.
  private func everywhere(_ width: Double, _ height: Double) -> [Rect] {
    let plot = frame.plot
    return (0..<24).flatMap { row in
      (0..<12).map { column in
        Rect(
          x: plot.x + (plot.width - width) * Double(column) / 11, y: plot.y + (plot.height - height) * Double(row) / 23,
          width: width, height: height)
      }
    }.filter { $0.width <= plot.width && $0.height <= plot.height }
  }

  private func insidePlot(_ box: Rect) -> Rect {
    let plot = frame.plot
    return Rect(
      x: min(max(box.x, plot.x), max(plot.maxX - box.width, plot.x)),
      y: min(max(box.y, plot.y), max(plot.maxY - box.height, plot.y)), width: box.width, height: box.height)
  }

  // MARK: Arrow

  private static func nearest(in box: Rect, to anchor: Point) -> Point {
    Point(min(max(anchor.x, box.x), box.maxX), min(max(anchor.y, box.y), box.maxY))
  }

  /// Places between a text and its point, a few points apart.
  private static func way(from box: Rect, to anchor: Point) -> [Point] {
    let start = nearest(in: box, to: anchor)
    let steps = Int(min(hypot(anchor.x - start.x, anchor.y - start.y) / 4, 100))
    guard steps > 1 else { return [] }
    return (1..<steps).map { step in
      let t = Double(step) / Double(steps)
      return Point(start.x + t * (anchor.x - start.x), start.y + t * (anchor.y - start.y))
    }
  }

  /// A stroke with a head to a point that is too far off for the text to be read as its own.
  private func arrow(from box: Rect, to anchor: Point) -> [Node] {
    let start = Self.nearest(in: box, to: anchor)
    let (dx, dy) = (anchor.x - start.x, anchor.y - start.y)
    let distance = hypot(dx, dy)
    guard distance > 14 else { return [] }
    let (ux, uy) = (dx / distance, dy / distance)
    let tip = Point(anchor.x - 6 * ux, anchor.y - 6 * uy)
    let foot = Point(tip.x - 5 * ux, tip.y - 5 * uy)
    var head = Path()
    head.move(tip.x, tip.y)
    head.line(foot.x - 2.2 * uy, foot.y + 2.2 * ux)
    head.line(foot.x + 2.2 * uy, foot.y - 2.2 * ux)
    head.close()
    return [
      .path(PathNode(.segment(start.x, start.y, foot.x, foot.y), stroke: Stroke(Paint(.muted), width: 0.75))),
      .path(PathNode(head, fill: Paint(.muted))),
    ]
  }
}
