/// The names of lines at their right ends, spread apart, each led to its line by a short stroke.
struct EndLabels {
  private struct Entry {
    var key: SeriesKey
    var label: String
    /// The line's last finite value.
    var value: Double
  }

  private let entries: [Entry]
  private let setter: TextSetter

  /// The space between the plot and the names, where the leading strokes run.
  private static let leader = 18.0

  /// - Returns: `nil` when the names do not belong at the line ends: too wide, too many, or lines that end elsewhere.
  init?(_ resolved: ResolvedChart, chart: Chart, setter: TextSetter) throws {
    let keys = resolved.series
    guard chart.legend == .automatic || chart.legend == .lineEnds, keys.count >= 2 else { return nil }
    // The right side is taken.
    guard chart.y.position != .trailing, chart.secondaryY == nil else { return nil }
    if chart.legend == .automatic && keys.count > 6 { return nil }
    let ends = Self.lineEnds(resolved)
    var entries: [Entry] = []
    for key in keys {
      guard let value = ends[key.name] else { return nil }
      let label = try setter.shorten(key.name, width: chart.widthInPoints * 0.35, size: setter.theme.labelSize)
      entries.append(Entry(key: key, label: label, value: value))
    }
    self.entries = entries
    self.setter = setter
    if chart.legend == .automatic, try width > chart.widthInPoints * 0.2 { return nil }
  }

  /// How much of the page the names take, with the space before them.
  var width: Double {
    get throws {
      let widest = try entries.map { try setter.width($0.label, size: setter.theme.labelSize) }.max() ?? 0
      return Self.leader + widest
    }
  }

  func node(in frame: ChartFrame) throws -> Node {
    let size = setter.theme.labelSize
    let placed = entries.compactMap { entry in frame.y(entry.value).map { (entry: entry, y: $0) } }
      .sorted { $0.y < $1.y }
    let targets = placed.map { min(max($0.y, frame.plot.y), frame.plot.maxY) }
    let spread = Self.spread(targets, gap: size * 1.3)
    var nodes: [Node] = []
    for ((place, target), y) in zip(zip(placed, targets), spread) {
      nodes.append(.path(Self.leader(from: Point(frame.plot.maxX, target), to: y, key: place.entry.key)))
      let origin = Point(frame.plot.maxX + Self.leader, y + size * TextSetter.capHeight / 2)
      nodes.append(.text(try setter.line(place.entry.label, at: origin, size: size, paint: .ink)))
    }
    return .group(Group("legend", nodes))
  }

  private static func leader(from start: Point, to y: Double, key: SeriesKey) -> PathNode {
    var path = Path()
    path.move(start.x + 3, start.y)
    path.curve(start.x + 8, start.y, start.x + 8, y, start.x + 13, y)
    return PathNode(path, stroke: Stroke(key.paint, width: 1, cap: .round))
  }

  /// The last finite value of each line that reaches the right end of the x axis.
  private static func lineEnds(_ resolved: ResolvedChart) -> [String: Double] {
    var ends: [String: Double] = [:]
    let domain = resolved.x.domain
    let reach = domain.upperBound - (domain.upperBound - domain.lowerBound) * 0.03
    for end in resolved.layers.compactMap(\.end) where resolved.x.hasBands || end.x >= reach {
      ends[end.name] = end.y
    }
    return ends
  }

  /// Places as near as possible to the wanted ones (least squares), in their order and at least `gap` apart: blocks of
  /// touching labels are merged and centred until none overlap (pool adjacent violators).
  static func spread(_ wanted: [Double], gap: Double) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for (number, y) in wanted.enumerated() {
      // Without the gaps the places need only be ascending.
      blocks.append((y - Double(number) * gap, 1))
      while blocks.count > 1, mean(blocks[blocks.count - 2]) > mean(blocks[blocks.count - 1]) {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let places = blocks.flatMap { block in Array(repeating: mean(block), count: block.count) }
    return places.enumerated().map { $1 + Double($0) * gap }
  }

  private static func mean(_ block: (sum: Double, count: Int)) -> Double { block.sum / Double(block.count) }
}
