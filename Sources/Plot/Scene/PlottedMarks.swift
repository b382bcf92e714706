/// The values of one layer of a chart and where they lie, for pages that show the value under the pointer.
package struct PlottedMarks: Sendable, Hashable {
  /// A bar, a cell, a dot or a row of a line.
  package struct Mark: Sendable, Hashable {
    /// What is drawn of it, in points.
    package var box: Rect
    /// Where it stands: the name of its place, or the value on x; of a cell both names.
    package var place: String
    package var value: String
  }

  /// The name of the series; empty if there is none.
  package var series: String
  package var marks: [Mark]

  /// Charts with more marks than this have none here: nobody reads them one by one.
  static let limit = 1500
}

extension PlottedMarks {
  static func all(of chart: Chart, _ resolved: ResolvedChart, in frame: ChartFrame) -> [PlottedMarks] {
    let count = resolved.layers.reduce(0) { $0 + $1.shapes.reduce(0) { $0 + $1.markCount } }
    guard (1...limit).contains(count) else { return [] }
    var cells = chart.marks.compactMap { mark -> [Double]? in
      guard case .heatmap(let heatmap) = mark, case .numbers(let values) = heatmap.value else { return nil }
      return values
    }
    return resolved.layers.compactMap { layer in
      let values = layer.role == "heatmap" && !cells.isEmpty ? cells.removeFirst() : nil
      let reader = Reader(x: resolved.x, y: resolved.y, frame: frame, cells: values)
      let marks = layer.shapes.flatMap(reader.marks)
      let name = layer.role.firstRange(of: ": ").map { String(layer.role[$0.upperBound...]) } ?? ""
      return marks.isEmpty ? nil : PlottedMarks(series: name, marks: marks)
    }
  }

  /// Reads the shapes of one layer.
  private struct Reader {
    var x: ResolvedAxis
    var y: ResolvedAxis
    var frame: ChartFrame
    /// The values of a heatmap.
    var cells: [Double]?

    func marks(_ shape: Shape) -> [Mark] {
      switch shape {
      case .rectangles(let rectangles, _):
        if let cells { return cells.count == rectangles.count ? zip(rectangles, cells).compactMap(cell) : [] }
        return rectangles.compactMap(bar)
      case .points(let cloud) where cloud.binning == nil: return zip(cloud.x, cloud.y).compactMap(dot)
      case .line(let line): return zip(line.x, line.y).compactMap(dot)
      case .area(let area): return zip(area.x, area.high).compactMap(dot)
      case .points, .segments, .texts, .ticks: return []
      }
    }

    private func cell(_ rectangle: DataRectangle, _ value: Double) -> Mark? {
      let middle = (x: (rectangle.x0 + rectangle.x1) / 2, y: (rectangle.y0 + rectangle.y1) / 2)
      return box(rectangle).map {
        Mark(box: $0, place: "\(x.name(of: middle.x)), \(y.name(of: middle.y))", value: NumberLabel.short(value))
      }
    }

    /// A bar stands on a place with a name, or on a stretch of numbers.
    private func bar(_ bar: DataRectangle) -> Mark? {
      let isLying = y.hasBands
      let (across, along) = isLying ? ((bar.y0, bar.y1), (bar.x0, bar.x1)) : ((bar.x0, bar.x1), (bar.y0, bar.y1))
      guard along.0.isFinite, along.1.isFinite, across.0.isFinite, across.1.isFinite else { return nil }
      let axis = isLying ? y : x
      let place =
        axis.hasBands
        ? axis.name(of: ((across.0 + across.1) / 2).rounded())
        : "\(axis.name(of: across.0)) – \(axis.name(of: across.1))"
      let value = along.0 == 0 ? along.1 : along.1 == 0 ? along.0 : along.1 - along.0
      return box(bar).map { Mark(box: $0, place: place, value: NumberLabel.short(value)) }
    }

    private func dot(_ x: Double, _ y: Double) -> Mark? {
      guard x.isFinite, y.isFinite, let place = frame.place(DataPoint(x, y)),
        frame.plot.insetBy(-5).contains(place.x, place.y)
      else { return nil }
      return Mark(
        box: Rect(x: place.x - 3, y: place.y - 3, width: 6, height: 6), place: self.x.name(of: x),
        value: self.y.name(of: y))
    }

    private func box(_ rectangle: DataRectangle) -> Rect? {
      guard let x0 = frame.x(rectangle.x0), let x1 = frame.x(rectangle.x1) else { return nil }
      let (y0, y1) = (frame.y(rectangle.y0) ?? frame.plot.maxY, frame.y(rectangle.y1) ?? frame.plot.maxY)
      let (left, right) = (max(min(x0, x1), frame.plot.x), min(max(x0, x1), frame.plot.maxX))
      let (top, bottom) = (max(min(y0, y1), frame.plot.y), min(max(y0, y1), frame.plot.maxY))
      guard left <= right, top <= bottom else { return nil }
      return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
  }
}

extension Shape {
  fileprivate var markCount: Int {
    switch self {
    case .rectangles(let rectangles, _): rectangles.count
    case .points(let cloud): cloud.x.count
    case .line(let line): line.x.count
    case .area(let area): area.x.count
    case .segments, .texts, .ticks: 0
    }
  }
}
