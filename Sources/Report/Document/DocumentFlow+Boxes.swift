internal import Plot

extension DocumentFlow {
  /// A metric in a box, as on the page: its name, value and best value, and its curve.
  struct Tile {
    var label: String
    var value: String
    var unit: String
    /// The best value with where it was; may be empty.
    var best: String
    var curve: Sparkline?
  }

  /// Tiles in rows of two.
  mutating func tiles(_ tiles: [Tile]) throws {
    let gap = 12.0
    let width = (Self.width - gap) / 2
    let height = 68.0
    for row in stride(from: 0, to: tiles.count, by: 2) {
      keep(height)
      for (column, tile) in tiles[row..<min(row + 2, tiles.count)].enumerated() {
        try place(tile, x: left + Double(column) * (width + gap), width: width, height: height)
      }
      advance(height + gap)
    }
  }

  private mutating func place(_ tile: Tile, x: Double, width: Double, height: Double) throws {
    box(x: x, y: top, width: width, height: height, paint: Paint(.grid))
    let (label, number) = (PageCanvas.Style(size: 9, isMuted: true), PageCanvas.Style(size: 17, isBold: true))
    let curveWidth = tile.curve == nil ? 0 : 88.0
    let inner = x + 12
    let room = width - 24 - curveWidth
    try write(tile.label, x: inner, baseline: top + 17, style: label, width: width - 24)
    try write(tile.value, x: inner, baseline: top + 39, style: number, width: room)
    let end = try page.width(of: tile.value, style: number)
    if end + 5 + (try page.width(of: tile.unit, style: Self.small)) <= room {
      try write(tile.unit, x: inner + end + 5, baseline: top + 39, style: Self.small, width: room - end - 5)
    }
    try write(tile.best, x: inner, baseline: top + 56, style: Self.small, width: room)
    if let curve = tile.curve { draw(curve, x: x + width - 12 - curveWidth, y: top + 24, width: curveWidth) }
  }

  private mutating func draw(_ curve: Sparkline, x: Double, y: Double, width: Double) {
    let scale = width / Sparkline.size.width
    let paint = Paint(.series(curve.color - 1))
    func at(_ place: Sparkline.Place) -> (x: Double, y: Double) { (x + place.x * scale, y + place.y * scale) }
    var line = Path()
    for piece in curve.lines {
      for (number, place) in piece.enumerated() {
        let (x, y) = at(place)
        if number == 0 { line.move(x, y) } else { line.line(x, y) }
      }
    }
    page.draw(PathNode(line, stroke: Stroke(paint, width: 1.2, cap: .round)))
    if let best = curve.best.map(at) {
      var ring = Path()
      ring.circle(x: best.x, y: best.y, radius: 2)
      page.draw(PathNode(ring, fill: Paint(.paper), stroke: Stroke(paint, width: 1)))
    }
    if let end = curve.end.map(at) {
      var dot = Path()
      dot.circle(x: end.x, y: end.y, radius: 2.5)
      page.draw(PathNode(dot, fill: paint))
    }
  }

  /// Boxes of two lines each, joined by arrows; they go on in the next row where there is no room.
  mutating func layers(_ layers: [(title: String, shape: String)]) throws {
    let (title, shape) = (PageCanvas.Style(size: 10, isBold: true), Self.small)
    let (height, arrow, gap) = (38.0, 26.0, 8.0)
    var x = left
    keep(height)
    for (number, layer) in layers.enumerated() {
      let text = max(try page.width(of: layer.title, style: title), try page.width(of: layer.shape, style: shape))
      let width = min(max(text + 24, 64), Self.width)
      if x > left, x + width > left + Self.width {
        advance(height + gap)
        keep(height)
        x = left
      }
      box(x: x, y: top, width: width, height: height, paint: Paint(.axis))
      let baseline = layer.shape.isEmpty ? top + 23 : top + 16
      try write(layer.title, x: x + 12, baseline: baseline, style: title, width: width - 20)
      try write(layer.shape, x: x + 12, baseline: top + 29, style: shape, width: width - 20)
      x += width
      if number < layers.count - 1 { self.arrow(from: x + 5, to: x + arrow - 5, y: top + height / 2) }
      x += arrow
    }
    advance(height + 14)
  }

  private mutating func arrow(from start: Double, to end: Double, y: Double) {
    var path = Path.segment(start, y, end, y)
    path.move(end - 4, y - 3)
    path.line(end, y)
    path.line(end - 4, y + 3)
    page.draw(PathNode(path, stroke: Stroke(Paint(.axis), width: 1, cap: .round)))
  }

  private mutating func box(x: Double, y: Double, width: Double, height: Double, paint: Paint) {
    let (r, k) = (5.0, 5.0 * 0.5522847498)
    let (right, bottom) = (x + width, y + height)
    var path = Path()
    path.move(x + r, y)
    path.line(right - r, y)
    path.curve(right - r + k, y, right, y + r - k, right, y + r)
    path.line(right, bottom - r)
    path.curve(right, bottom - r + k, right - r + k, bottom, right - r, bottom)
    path.line(x + r, bottom)
    path.curve(x + r - k, bottom, x, bottom - r + k, x, bottom - r)
    path.line(x, y + r)
    path.curve(x, y + r - k, x + r - k, y, x + r, y)
    path.close()
    page.draw(PathNode(path, stroke: Stroke(paint, width: 0.75)))
  }

  private mutating func write(
    _ text: String, x: Double, baseline: Double, style: PageCanvas.Style, width: Double
  ) throws {
    guard let line = try page.lines(text, width: width, style: style, limit: 1).first else { return }
    try page.write(line, x: x, baseline: baseline, style: style)
  }
}
