/// A straight line with many more rows than pixels, whose x never turns back. Pictures are computed from its rows
/// themselves; files of shapes show the reduced path beside it.
struct DenseLine: Sendable, Hashable {
  var x: [Double]
  var y: [Double]
  /// The rows that can be shown, cut at gaps.
  var runs: [Range<Int>]
  var plane: PlotPlane

  /// Each run from left to right, in pixels.
  ///
  /// Of each column of a ``LineRaster`` the first, lowest, highest and last row are kept. The raster looks at nothing but
  /// how far a line reaches up and down in each of its columns, so that it draws the same as of all rows.
  ///
  /// - Parameters:
  ///   - scale: Pixels a point.
  ///   - width: What lies left of 0 or right of this many pixels may be left out but for where it leads.
  ///   - mayReduce: For tests: whether rows may be left out at all.
  func places(scale: Double, width: Range<Double>, mayReduce: Bool = true) -> [[Point]] {
    let columns = (LineRaster.column(width.lowerBound) - 1)...(LineRaster.column(width.upperBound) + 1)
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        runs.compactMap { rows in
          guard rows.count > 1 else { return nil }
          func place(_ row: Int) -> Double { (plane.x(x[row]) ?? 0) * scale }
          func point(_ row: Int) -> Point { Point(place(row), (plane.y(y[row]) ?? 0) * scale) }
          func column(_ row: Int) -> Int {
            min(max(LineRaster.column(place(row)), columns.lowerBound), columns.upperBound)
          }
          let span = abs(column(rows.upperBound - 1) - column(rows.lowerBound)) + 1
          let kept = mayReduce && rows.count > 4 * span ? Decimation.m4(y, rows: rows) { Double(column($0)) } : nil
          let points = kept.map { $0.map(point) } ?? rows.map(point)
          return points[0].x > points[points.count - 1].x ? points.reversed() : points
        }
      }
    }
  }
}
