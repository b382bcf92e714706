/// Which parts of the plot the data take, in cells of a few points.
struct Occupancy {
  private let plot: Rect
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var isTaken: [Bool]

  init(_ layers: [Layer], _ frame: ChartFrame) {
    plot = frame.plot
    cell = max(4, max(plot.width, plot.height) / 400)
    columns = Int(plot.width / cell) + 1
    rows = Int(plot.height / cell) + 1
    isTaken = Array(repeating: false, count: columns * rows)
    for shape in layers.lazy.flatMap(\.shapes) { add(shape, frame) }
  }

  /// How many taken cells a box covers.
  func count(in box: Rect) -> Int {
    guard box.intersects(plot) else { return 0 }
    let (left, right) = (column(max(box.x, plot.x)), column(min(box.maxX, plot.maxX)))
    let (top, bottom) = (row(max(box.y, plot.y)), row(min(box.maxY, plot.maxY)))
    var count = 0
    for row in top...max(top, bottom) {
      for column in left...max(left, right) where isTaken[row * columns + column] { count += 1 }
    }
    return count
  }

  private func column(_ x: Double) -> Int { min(max(Int((x - plot.x) / cell), 0), columns - 1) }
  private func row(_ y: Double) -> Int { min(max(Int((y - plot.y) / cell), 0), rows - 1) }

  // MARK: Data

  private mutating func add(_ shape: Shape, _ frame: ChartFrame) {
    switch shape {
    case .points(let cloud):
      for place in Self.places(cloud.x, cloud.y, frame, most: 100_000) { mark(place) }
    case .line(let line): addLine(Self.places(line.x, line.y, frame, most: 4000))
    case .texts(let texts): for text in texts.prefix(10_000) { frame.place(text.place).map { mark($0) } }
    case .rectangles(let rectangles, _): for rectangle in rectangles.prefix(2000) { add(rectangle, frame) }
    case .segments(let segments, _):
      for segment in segments.prefix(2000) {
        addLine([segment.start, segment.end].compactMap(frame.place))
      }
    case .area(let area): if area.fill.opacity >= Self.leastOpacity { add(area, frame) }
    case .ticks: break
    }
  }

  /// What is paler than this is a background.
  private static let leastOpacity = 0.5

  /// The box around a pale background; `nil` for what is none.
  static func shade(_ shape: Shape, _ frame: ChartFrame) -> Rect? {
    switch shape {
    case .rectangles(let rectangles, let style):
      guard rectangles.count == 1, let paint = style.fills.first, paint.opacity < leastOpacity else { return nil }
      let rectangle = rectangles[0]
      return box(
        [DataPoint(rectangle.x0, rectangle.y0), DataPoint(rectangle.x1, rectangle.y1)].compactMap(frame.place))
    case .area(let area):
      guard area.fill.opacity < leastOpacity else { return nil }
      return box(
        places(area.x, area.low, frame, most: 1000) + places(area.x, area.high, frame, most: 1000))
    default: return nil
    }
  }

  private static func box(_ points: [Point]) -> Rect? {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
      let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The space between both edges of an area.
  private mutating func add(_ area: AreaBand, _ frame: ChartFrame) {
    let rows = Array(stride(from: 0, to: area.x.count, by: max(1, area.x.count / 1000)))
    for (a, b) in zip(rows, rows.dropFirst()) {
      guard let start = frame.place(DataPoint(area.x[a], area.high[a])),
        let end = frame.place(DataPoint(area.x[b], area.high[b]))
      else { continue }
      guard [start.x, start.y, end.x, end.y].allSatisfy({ abs($0) < 1e9 }) else { continue }
      let floors = [a, b].map { area.low[$0].isFinite ? frame.y(area.low[$0]) ?? plot.maxY : plot.maxY }
        .map { min(max($0, plot.y), plot.maxY) }
      let steps = Int(min(max(1, (abs(end.x - start.x) / cell).rounded(.up)), 400))
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        let x = start.x + t * (end.x - start.x)
        let ends = [start.y + t * (end.y - start.y), floors[0] + t * (floors[1] - floors[0])].sorted()
        // `row` takes places far off for the first or the last row.
        guard x >= plot.x, x <= plot.maxX, ends[1] >= plot.y, ends[0] <= plot.maxY else { continue }
        for row in row(ends[0])...row(ends[1]) { isTaken[row * columns + column(x)] = true }
      }
    }
  }

  /// Ranges across the whole plot are a background.
  private mutating func add(_ rectangle: DataRectangle, _ frame: ChartFrame) {
    guard [rectangle.x0, rectangle.x1, rectangle.y0, rectangle.y1].allSatisfy(\.isFinite),
      let start = frame.place(DataPoint(rectangle.x0, rectangle.y0)),
      let end = frame.place(DataPoint(rectangle.x1, rectangle.y1))
    else { return }
    let (left, right) = (max(min(start.x, end.x), plot.x), min(max(start.x, end.x), plot.maxX))
    let (top, bottom) = (max(min(start.y, end.y), plot.y), min(max(start.y, end.y), plot.maxY))
    guard left <= right, top <= bottom else { return }
    for row in row(top)...row(bottom) {
      for column in column(left)...column(right) { isTaken[row * columns + column] = true }
    }
  }

  private static func places(_ x: [Double], _ y: [Double], _ frame: ChartFrame, most: Int) -> [Point] {
    stride(from: 0, to: x.count, by: max(1, x.count / most)).compactMap { frame.place(DataPoint(x[$0], y[$0])) }
  }

  private mutating func addLine(_ points: [Point]) {
    for (a, b) in zip(points, points.dropFirst()) {
      let length = max(abs(b.x - a.x), abs(b.y - a.y))
      guard length.isFinite else { continue }
      let steps = Int(min(max(1, length / cell), 400))
      for step in 0..<steps {
        let t = Double(step) / Double(steps)
        mark(Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
      }
    }
    if let last = points.last { mark(last) }
  }

  private mutating func mark(_ place: Point) {
    guard plot.contains(place.x, place.y) else { return }
    isTaken[row(place.y) * columns + column(place.x)] = true
  }
}
