/// The legend as rows of samples and names under the subtitle.
struct LegendLayout {
  private struct Entry {
    var key: SeriesKey
    var label: String
    var width: Double
  }

  private let setter: TextSetter
  private let rows: [[Entry]]

  private static let sampleWidth = 16.0
  private static let sampleGap = 6.0

  /// The rows that the entries fill at this width.
  init(_ keys: [SeriesKey], width: Double, setter: TextSetter) throws {
    self.setter = setter
    let size = setter.theme.labelSize
    var rows: [[Entry]] = []
    var used = Double.infinity
    for key in keys {
      let label = try setter.shorten(key.name, width: width - Self.sampleWidth - Self.sampleGap, size: size)
      let entryWidth = Self.sampleWidth + Self.sampleGap + (try setter.width(label, size: size))
      if used + Spacing.legendGap + entryWidth > width {
        rows.append([])
        used = -Spacing.legendGap
      }
      rows[rows.count - 1].append(Entry(key: key, label: label, width: entryWidth))
      used += Spacing.legendGap + entryWidth
    }
    self.rows = rows
  }

  /// The height of all rows, in points.
  var height: Double { Double(rows.count) * rowHeight }

  private var rowHeight: Double { setter.theme.labelSize * 1.6 }

  func node(left: Double, top: Double) throws -> Node {
    var nodes: [Node] = []
    for (number, row) in rows.enumerated() {
      let middle = top + (Double(number) + 0.5) * rowHeight
      var x = left
      for entry in row {
        nodes.append(.path(Self.sample(of: entry.key, x: x, middle: middle, theme: setter.theme)))
        let origin = Point(
          x + Self.sampleWidth + Self.sampleGap, middle + setter.theme.labelSize * TextSetter.capHeight / 2)
        nodes.append(.text(try setter.line(entry.label, at: origin, size: setter.theme.labelSize, paint: .ink)))
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
    case .point(let symbol):
      var path = Path()
      path.symbol(symbol, x: x + sampleWidth / 2, y: middle, radius: 4)
      return PathNode(path, fill: key.paint)
    }
  }
}
