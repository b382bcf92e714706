/// Draws lines whose x never turns back into a mask of coverages, in time that hardly depends on how many rows they have.
///
/// A line stroked with a round pen covers, at each place from left to right, one stretch from top to bottom: the pen moves
/// without a jump, and so does the stretch that it covers there. So it is enough to know how far up and down the line
/// reaches in each of many narrow columns; the pen's outline widens both, and a pixel's coverage is the mean of its columns.
struct LineRaster {
  /// Columns that a pixel is divided into. Down the page, coverages are exact to 1/256 pixel.
  static let columnsPerPixel = 16

  /// The column of a place, in pixels.
  static func column(_ x: Double) -> Int { Int(min(max(x * Double(columnsPerPixel), -1e9), 1e9).rounded(.down)) }

  let width: Int
  let height: Int
  /// Bytes a row of the mask.
  let rowBytes: Int
  /// One byte a pixel: 0 outside the line, 255 inside.
  private(set) var mask: [UInt8]
  /// How far the pen reaches up at each column from its middle to its edge, in pixels.
  private let pen: [Float]

  /// - Parameters:
  ///   - width: Pixels.
  ///   - height: Pixels.
  ///   - rowBytes: Bytes a row, at least the width.
  ///   - radius: Half the stroke's width, in pixels.
  init(width: Int, height: Int, rowBytes: Int, radius: Double) {
    (self.width, self.height, self.rowBytes) = (width, height, rowBytes)
    mask = Array(repeating: 0, count: rowBytes * height)
    let columns = Double(Self.columnsPerPixel)
    pen = (0...Int(min(radius, 1000) * columns)).map {
      let x = Double($0) / columns
      return Float((radius * radius - x * x).squareRoot())
    }
  }

  /// Adds a line through the points, from left to right, in pixels from the mask's upper left corner.
  mutating func add(_ points: [Point]) {
    guard let start = points.first, let end = points.last else { return }
    let (reach, count) = (pen.count, width * Self.columnsPerPixel)
    let (first, last) = (max(Self.column(start.x), -reach), min(Self.column(end.x), count + reach))
    let (firstSeen, endSeen) = (max(first - reach, 0), min(last + reach, count))
    guard first <= last, firstSeen < endSeen else { return }
    let (columns, seen) = (first...last, firstSeen..<endSeen)
    let extents = Self.extents(points, columns)
    cover(seen, tops: widened(extents.tops, columns, seen), bottoms: widened(extents.bottoms, columns, seen))
  }

  /// Calls the closure with the mask's bytes, which cairo wants to be able to change.
  mutating func withMask(_ body: (UnsafeMutablePointer<UInt8>?) -> Void) {
    mask.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  // MARK: How far a line reaches in each column

  /// Upwards in `tops`; downwards in `bottoms`, negated so that both are least where the line reaches furthest.
  private static func extents(_ points: [Point], _ columns: ClosedRange<Int>) -> (tops: [Float], bottoms: [Float]) {
    var tops = [Float](repeating: .infinity, count: columns.count)
    var bottoms = tops
    func add(_ y: Double, _ column: Int) {
      let (y, place) = (Float(y), column - columns.lowerBound)
      tops[place] = min(tops[place], y)
      bottoms[place] = min(bottoms[place], -y)
    }
    var last = limited(points[0])
    if columns.contains(column(last.x)) { add(last.y, column(last.x)) }
    for point in points.dropFirst() {
      let next = limited(point)
      let (from, to) = (column(last.x), column(next.x))
      // Where the segment crosses from column to column.
      for border in stride(from: max(from + 1, columns.lowerBound), through: min(to, columns.upperBound + 1), by: 1) {
        let share = (Double(border) / Double(columnsPerPixel) - last.x) / (next.x - last.x)
        let y = last.y + min(max(share, 0), 1) * (next.y - last.y)
        if border > columns.lowerBound { add(y, border - 1) }
        if border <= columns.upperBound { add(y, border) }
      }
      if columns.contains(to) { add(next.y, to) }
      last = next
    }
    return (tops, bottoms)
  }

  /// The point, or one so far away that it makes no difference.
  private static func limited(_ point: Point) -> Point {
    Point(min(max(point.x, -1e7), 1e7), min(max(point.y, -1e7), 1e7))
  }

  /// The extents once the pen has gone along them, for the columns that can be seen.
  private func widened(_ extents: [Float], _ columns: ClosedRange<Int>, _ seen: Range<Int>) -> [Float] {
    let reach = pen.count
    let room = [Float](repeating: .infinity, count: 2 * reach)
    let padded = room + extents + room
    var result = [Float](repeating: .infinity, count: seen.count)
    padded.withUnsafeBufferPointer { padded in
      result.withUnsafeMutableBufferPointer { result in
        for offset in (1 - reach)..<reach {
          let rise = pen[abs(offset)]
          let first = seen.lowerBound + offset - columns.lowerBound + 2 * reach
          for place in 0..<result.count {
            let value = padded[first + place] - rise
            result[place] = value < result[place] ? value : result[place]
          }
        }
      }
    }
    return result
  }

  // MARK: Coverage

  private mutating func cover(_ seen: Range<Int>, tops: [Float], bottoms: [Float]) {
    // By how much each row's coverage is more than the one's above.
    var steps = [Int32](repeating: 0, count: height + 2)
    let most = Float(height)
    var column = seen.lowerBound
    while column < seen.upperBound {
      let pixel = column / Self.columnsPerPixel
      let end = min((pixel + 1) * Self.columnsPerPixel, seen.upperBound)
      var (firstRow, lastRow) = (height, -1)
      for place in column - seen.lowerBound..<end - seen.lowerBound {
        let top = Int((min(max(tops[place], 0), most) * 256).rounded())
        let bottom = Int((min(max(-bottoms[place], 0), most) * 256).rounded())
        guard top < bottom else { continue }
        steps[top >> 8] += Int32(256 - top & 255)
        steps[top >> 8 + 1] += Int32(top & 255)
        steps[bottom >> 8] -= Int32(256 - bottom & 255)
        steps[bottom >> 8 + 1] -= Int32(bottom & 255)
        firstRow = min(firstRow, top >> 8)
        lastRow = max(lastRow, bottom >> 8 + 1)
      }
      fill(pixel, firstRow, lastRow, &steps)
      column = end
    }
  }

  private mutating func fill(_ pixel: Int, _ firstRow: Int, _ lastRow: Int, _ steps: inout [Int32]) {
    guard firstRow <= lastRow else { return }
    let whole = Int32(256 * Self.columnsPerPixel)
    var coverage: Int32 = 0
    for row in firstRow...lastRow {
      coverage += steps[row]
      steps[row] = 0
      guard row < height else { continue }
      let place = row * rowBytes + pixel
      mask[place] = max(mask[place], UInt8((coverage * 255 + whole / 2) / whole))
    }
  }
}
