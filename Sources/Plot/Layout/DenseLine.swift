/// A straight line with many more rows than pixels, whose x never turns back. Pictures are computed from its rows
/// themselves; files of shapes show a reduced path, which is only made for them.
struct DenseLine: Sendable, Hashable {
  /// The line, cut at gaps.
  var runs: LineRuns

  /// The reduced line, in points.
  var path: Path { runs.path }

  /// Draws each run on a raster, from left to right.
  ///
  /// The raster looks at nothing but how far a line reaches up and down in each of its columns. So of the rows in a column
  /// only the first, the lowest and the highest value, and the last row count, and the picture is that of all rows.
  ///
  /// - Parameters:
  ///   - scale: Pixels a point.
  ///   - corner: Where the raster lies, in whole pixels.
  ///   - mayReduce: For tests: whether rows may be left out at all.
  func draw(on raster: inout LineRaster, scale: Double, corner: Point, mayReduce: Bool = true) {
    runs.withRows { x, y in
      let rasterRows = RasterRows(x: x, y: y, plane: runs.plane, scale: scale, corner: corner)
      for rows in runs.rows where rows.count > 1 {
        let pieces = mayReduce ? pieces(rows, scale: scale, seen: raster.reach(from: corner.x)) : nil
        let (first, last) = (rasterRows.place(rows.lowerBound), rasterRows.place(rows.upperBound - 1))
        let isBackwards = first.x > last.x
        raster.add(from: isBackwards ? last : first, to: isBackwards ? first : last) { extents in
          if let pieces {
            rasterRows.add(pieces, isBackwards, to: &extents)
          } else {
            rasterRows.add(rows, isBackwards, to: &extents)
          }
        }
      }
    }
  }

  /// The rows of a run that lie in the same column of a raster; `nil` when there are too few to gain by it.
  ///
  /// - Parameters:
  ///   - scale: Pixels a point.
  ///   - seen: What lies left or right of these pixels counts as one column.
  func pieces(_ rows: Range<Int>, scale: Double, seen: ClosedRange<Double>) -> [Range<Int>]? {
    runs.withRows { x, _ in
      let place = AxisPlacement(runs.plane, .x)
      let (first, last) = (LineRaster.column(seen.lowerBound) - 1, LineRaster.column(seen.upperBound) + 1)
      func column(_ row: Int) -> Int { min(max(LineRaster.column(place(x[row]) * scale), first), last) }
      let span = abs(column(rows.upperBound - 1) - column(rows.lowerBound)) + 1
      return rows.count > 4 * span ? Decimation.columns(of: rows, column) : nil
    }
  }
}

/// A line's rows as pixels of a raster.
private struct RasterRows {
  private let x: UnsafeBufferPointer<Double>
  private let y: UnsafeBufferPointer<Double>
  private let placeX: AxisPlacement
  private let placeY: AxisPlacement
  private let scale: Double
  private let corner: Point

  init(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, plane: PlotPlane, scale: Double, corner: Point
  ) {
    (self.x, self.y, self.scale, self.corner) = (x, y, scale, corner)
    (placeX, placeY) = (AxisPlacement(plane, .x), AxisPlacement(plane, .y))
  }

  func place(_ row: Int) -> Point { Point(placeX(x[row]) * scale - corner.x, height(y[row])) }

  private func height(_ value: Double) -> Double { placeY(value) * scale - corner.y }

  /// Adds every row, the last one first if the line runs backwards.
  func add(_ rows: Range<Int>, _ isBackwards: Bool, to extents: inout LineExtents) {
    for row in 0..<rows.count { extents.add(place(isBackwards ? rows.upperBound - 1 - row : rows.lowerBound + row)) }
  }

  /// Adds what counts of the rows of each column.
  func add(_ pieces: [Range<Int>], _ isBackwards: Bool, to extents: inout LineExtents) {
    for number in pieces.indices {
      let piece = pieces[isBackwards ? pieces.count - 1 - number : number]
      let (first, last) = (piece.lowerBound, piece.upperBound - 1)
      extents.add(place(isBackwards ? last : first))
      guard first < last else { continue }
      let bounds = Decimation.bounds(y, piece)
      extents.add(from: height(bounds.low), to: height(bounds.high))
      extents.add(place(isBackwards ? first : last))
    }
  }
}
