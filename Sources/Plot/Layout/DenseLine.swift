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
      let (placeX, placeY) = (AxisPlacement(runs.plane, .x), AxisPlacement(runs.plane, .y))
      func point(_ row: Int) -> Point {
        Point(placeX(x[row]) * scale - corner.x, placeY(y[row]) * scale - corner.y)
      }
      for rows in runs.rows where rows.count > 1 {
        let pieces = mayReduce ? pieces(rows, scale: scale, seen: raster.reach(from: corner.x)) : nil
        let (first, last) = (rows.lowerBound, rows.upperBound - 1)
        let isBackwards = point(first).x > point(last).x
        raster.add(from: point(isBackwards ? last : first), to: point(isBackwards ? first : last)) { extents in
          guard let pieces else {
            for row in 0..<rows.count { extents.add(point(isBackwards ? last - row : first + row)) }
            return
          }
          for number in pieces.indices {
            let piece = pieces[isBackwards ? pieces.count - 1 - number : number]
            let (first, last) = (piece.lowerBound, piece.upperBound - 1)
            extents.add(point(isBackwards ? last : first))
            guard first < last else { continue }
            let bounds = Decimation.bounds(y, piece)
            extents.add(from: placeY(bounds.low) * scale - corner.y, to: placeY(bounds.high) * scale - corner.y)
            extents.add(point(isBackwards ? first : last))
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
