/// The legend as rows of samples and names.
struct LegendLayout {
  private struct Entry {
    /// `nil` for the words that count the entries left out.
    var key: SeriesKey?
    var label: String
    var width: Double
  }

  /// Where the legend stands, once its place has been found to be large enough.
  let position: Legend
  private let setter: TextSetter
  private var rows: [[Entry]] = []

  private static let sampleWidth = 16.0
  private static let sampleGap = 6.0
  /// Around a legend inside the plot.
  private static let padding = 6.0

  /// - Returns: `nil` for a chart without a legend.
  init?(_ keys: [SeriesKey], chart: Chart, setter: TextSetter) throws {
    guard chart.legend != .hidden, keys.count >= 2 else { return nil }
    let rowHeight = setter.theme.labelSize * 1.6
    let isColumn = chart.legend == .right || chart.legend == .inside
    let fits = Double(keys.count) * rowHeight <= chart.heightInPoints * (chart.legend == .inside ? 0.35 : 0.5)
    position = isColumn ? (fits ? chart.legend : .top) : chart.legend == .bottom ? .bottom : .top
    self.setter = setter
    let page = chart.widthInPoints - 2 * Spacing.margin
    if isColumn && fits {
      rows = try keys.map { [try entry($0, most: chart.widthInPoints * 0.3)] }
    } else {
      try fillRows(keys, width: page, most: max(1, Int(chart.heightInPoints * 0.35 / rowHeight)))
    }
  }

  /// The rows that the entries fill at this width.
  init(_ keys: [SeriesKey], width: Double, setter: TextSetter) throws {
    position = .top
    self.setter = setter
    try fillRows(keys, width: width, most: .max)
  }

  private mutating func fillRows(_ keys: [SeriesKey], width: Double, most: Int) throws {
    var used = Double.infinity
    for (number, key) in keys.enumerated() {
      let entry = try entry(key, most: width)
      if used + Spacing.legendGap + entry.width > width {
        if rows.count == most { return try endWithCount(keys.count - number, width: width) }
        rows.append([])
        used = -Spacing.legendGap
      }
      rows[rows.count - 1].append(entry)
      used += Spacing.legendGap + entry.width
    }
  }

  /// Replaces as many of the last entries as needed by the number of those left out.
  private mutating func endWithCount(_ leftOut: Int, width: Double) throws {
    guard var row = rows.popLast() else { return }
    var leftOut = leftOut
    while true {
      let text = setter.wording.moreEntries.replacing("{}", with: String(leftOut))
      let words = Entry(key: nil, label: text, width: try setter.width(text, size: setter.theme.labelSize))
      let used = row.reduce(0) { $0 + $1.width + Spacing.legendGap }
      guard used + words.width > width, !row.isEmpty else {
        rows.append(row + [words])
        return
      }
      row.removeLast()
      leftOut += 1
    }
  }

  private func entry(_ key: SeriesKey, most: Double) throws -> Entry {
    let size = setter.theme.labelSize
    let sample = Self.sampleWidth + Self.sampleGap
    let label = try setter.shorten(key.name, width: max(most - sample, 1), size: size)
    return Entry(key: key, label: label, width: sample + (try setter.width(label, size: size)))
  }

  /// The height of all rows, in points.
  var height: Double { Double(rows.count) * rowHeight }

  /// The width of the widest row, in points.
  var width: Double {
    rows.map { $0.reduce(-Spacing.legendGap) { $0 + $1.width + Spacing.legendGap } }.max() ?? 0
  }

  private var rowHeight: Double { setter.theme.labelSize * 1.6 }

  // MARK: Drawing

  /// The legend in its place around the plot.
  func node(in frame: ChartFrame) throws -> Node {
    switch position {
    case .bottom: try node(left: frame.left, top: frame.legendBottom)
    case .right: try node(left: frame.rightOfAxes + Spacing.legendGap, top: frame.plot.y - 2)
    default: try node(left: frame.left, top: frame.legendTop)
    }
  }

  /// The box in the corner of the plot that covers least, for a legend inside it.
  func corner(in frame: ChartFrame, _ occupancy: Occupancy) -> Rect {
    let (width, height) = (width + 2 * Self.padding, height + 2 * Self.padding)
    let plot = frame.plot.insetBy(4)
    let corners = [
      Rect(x: plot.maxX - width, y: plot.y, width: width, height: height),
      Rect(x: plot.x, y: plot.y, width: width, height: height),
      Rect(x: plot.maxX - width, y: plot.maxY - height, width: width, height: height),
      Rect(x: plot.x, y: plot.maxY - height, width: width, height: height),
    ]
    return corners.min { occupancy.count(in: $0) < occupancy.count(in: $1) } ?? corners[0]
  }

  /// The legend on paper that lets a little of what it covers show through.
  func node(inside box: Rect) throws -> Node {
    let paper = PathNode(
      Path(rect: box), fill: Paint(.paper, opacity: 0.9), stroke: Stroke(Paint(.grid), width: 0.75))
    return .group(
      Group("inside", [.path(paper), try node(left: box.x + Self.padding, top: box.y + Self.padding)]))
  }

  func node(left: Double, top: Double) throws -> Node {
    var nodes: [Node] = []
    let size = setter.theme.labelSize
    for (number, row) in rows.enumerated() {
      let middle = top + (Double(number) + 0.5) * rowHeight
      let baseline = middle + size * TextSetter.capHeight / 2
      var x = left
      for entry in row {
        if let key = entry.key {
          nodes.append(.path(Self.sample(of: key, x: x, middle: middle, theme: setter.theme)))
          if let marker = key.marker {
            nodes.append(.path(Self.symbol(marker, key, x: x, middle: middle, radius: 3.5)))
          }
        }
        let start = entry.key == nil ? x : x + Self.sampleWidth + Self.sampleGap
        let paint = entry.key == nil ? ColorRole.muted : .ink
        nodes.append(.text(try setter.line(entry.label, at: Point(start, baseline), size: size, paint: paint)))
        x += entry.width + Spacing.legendGap
      }
    }
    return .group(Group("legend", nodes))
  }

  private static func sample(of key: SeriesKey, x: Double, middle: Double, theme: Theme) -> PathNode {
    switch key.sample {
    case .line:
      return PathNode(
        .segment(x, middle, x + sampleWidth, middle),
        stroke: Stroke(key.paint, width: theme.lineWidth + 0.5, dash: key.dash, cap: key.dash.isEmpty ? .round : .butt))
    case .area:
      return PathNode(Path(rect: Rect(x: x + 2, y: middle - 5.5, width: 11, height: 11)), fill: key.paint)
    case .point(let symbol): return Self.symbol(symbol, key, x: x, middle: middle, radius: 4)
    }
  }

  private static func symbol(
    _ symbol: PointSymbol, _ key: SeriesKey, x: Double, middle: Double, radius: Double
  ) -> PathNode {
    var path = Path()
    path.symbol(symbol, x: x + sampleWidth / 2, y: middle, radius: radius)
    return PathNode(path, fill: key.paint)
  }
}
