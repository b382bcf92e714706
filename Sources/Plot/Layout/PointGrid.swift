internal import Foundation

/// How many points lie in each of the square cells that cover a plot, and the mean of their values: a scatter chart of
/// very many points as an image whose size does not depend on their number.
struct PointGrid {
  /// The side of a cell, in points.
  static let finest = 4.0
  /// Above this many cells they become larger.
  static let mostCells = 40_000.0
  /// Counts beyond this are told apart by their logarithm.
  static let mostLinear = 50

  /// The largest number of points in a cell.
  private(set) var most = 0
  private let origin: Point
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var counts: [Int]
  private var sums: [Double]

  init(_ cloud: PointCloud, _ frame: ChartFrame) {
    let plot = frame.plot
    cell = max(Self.finest, (plot.width * plot.height / Self.mostCells).squareRoot().rounded(.up))
    // Whole points are whole pixels at the usual scales, so that cells have sharp edges.
    origin = Point(plot.x.rounded(.down), plot.y.rounded(.down))
    columns = Int((plot.maxX - origin.x) / cell) + 1
    rows = Int((plot.maxY - origin.y) / cell) + 1
    counts = Array(repeating: 0, count: columns * rows)
    let values = cloud.binning?.values
    sums = values == nil ? [] : Array(repeating: 0, count: columns * rows)
    for row in cloud.x.indices where cloud.x[row].isFinite && cloud.y[row].isFinite {
      if let values, !values[row].isFinite { continue }
      guard let place = frame.place(DataPoint(cloud.x[row], cloud.y[row])), plot.contains(place.x, place.y) else {
        continue
      }
      let index = Int((place.y - origin.y) / cell) * columns + Int((place.x - origin.x) / cell)
      counts[index] += 1
      if let values { sums[index] += (values[row] - sums[index]) / Double(counts[index]) }
    }
    most = counts.max() ?? 0
  }

  /// The scale of the counts' colours.
  func scale(_ scheme: ColorScheme) -> ColorScale {
    ColorScale(scheme, domain: 1...Double(max(most, 2)), isLogarithmic: most > Self.mostLinear)
  }

  /// The cells in few paths, one a shade.
  func nodes(_ cloud: PointCloud) -> [Node] {
    guard most > 0 else { return [] }
    guard let scale = cloud.binning?.scale else { return translucent(cloud.fills[0]) }
    let isMean = cloud.binning?.values != nil
    let shades = 32
    let levels = counts.indices.map { index -> Int in
      guard counts[index] > 0 else { return -1 }
      let fraction = scale.fraction(of: isMean ? sums[index] : Double(counts[index])) ?? 0
      return min(Int(fraction * Double(shades)), shades - 1)
    }
    func paint(_ level: Int) -> Paint {
      let fraction = Double(level) / Double(shades - 1)
      return Paint(.fixed(scale.scheme.color(at: scale.isReversed ? 1 - fraction : fraction)))
    }
    // A ground in a middle shade keeps the paper from showing through where viewers blur the edges of cells.
    let used = Set(levels.filter { $0 >= 0 }).sorted()
    let ground = PathNode(path(levels) { $0 >= 0 }, fill: paint(used[used.count / 2]))
    return [.path(ground)] + used.map { level in .path(PathNode(path(levels) { $0 == level }, fill: paint(level))) }
  }

  /// Opacity stands for counts, so that several series can lie over each other.
  private func translucent(_ paint: Paint) -> [Node] {
    let shades = 16
    let scale = scale(.viridis)
    let levels = counts.map { count in
      count > 0 ? min(Int((scale.fraction(of: Double(count)) ?? 0) * Double(shades)), shades - 1) : -1
    }
    return (0..<shades).compactMap { level in
      let path = path(levels) { $0 == level }
      let opacity = 0.25 + 0.6 * Double(level) / Double(shades - 1)
      return path.isEmpty ? nil : .path(PathNode(path, fill: Paint(paint.role, opacity: opacity)))
    }
  }

  /// Neighbours in a row that belong to the path become one rectangle.
  private func path(_ levels: [Int], where isPart: (Int) -> Bool) -> Path {
    var path = Path()
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let start = column
        while column < columns, isPart(levels[row * columns + column]) { column += 1 }
        if column > start {
          path.rect(
            Rect(
              x: origin.x + Double(start) * cell, y: origin.y + Double(row) * cell,
              width: Double(column - start) * cell, height: cell))
        }
        column += 1
      }
    }
    return path
  }
}

extension ResolvedChart {
  /// Counts the points of clouds that are drawn as images, now that the plot's place is known.
  mutating func countPoints(in frame: ChartFrame) {
    for layer in layers.indices {
      for shape in layers[layer].shapes.indices {
        guard case .points(var cloud) = layers[layer].shapes[shape], cloud.binning != nil else { continue }
        let grid = PointGrid(cloud, frame)
        cloud.binning?.grid = grid
        if let key = colorKey, key.countsPoints, cloud.binning?.scale != nil {
          let scale = grid.scale(key.scale.scheme)
          cloud.binning?.scale = scale
          colorKey = ColorKey(title: key.title, scale: scale, countsPoints: true)
        }
        layers[layer].shapes[shape] = .points(cloud)
      }
    }
  }
}
