/// Draws lines whose x never turns back into a mask of coverages, in time that hardly depends on how many rows they have.
///
/// A line stroked with a round pen covers, at each place from left to right, one stretch from top to bottom: the pen moves
/// without a jump, and so does the stretch that it covers there. So it is enough to know how far up and down the line
/// reaches in each of many narrow columns; the pen's outline widens both, and a pixel's coverage is the mean of its columns.
struct LineRaster {
  /// Columns that a pixel is divided into. Down the page, coverages are exact to 1/256 pixel.
  static let columnsPerPixel = 16

  /// The column of a place, in pixels.
  static func column(_ x: Double) -> Int {
    let place = min(max(x * Double(columnsPerPixel), -1e9), 1e9)
    // Rounded down; `rounded` is a call where the processor is not known to have an instruction for it.
    let column = Int(place)
    return Double(column) > place ? column - 1 : column
  }

  let width: Int
  let height: Int
  /// Bytes a row of the mask.
  let rowBytes: Int
  /// One byte a pixel: 0 outside the line, 255 inside.
  private(set) var mask: [UInt8]
  /// Half the stroke's width, in pixels.
  private let radius: Double
  /// How far the pen reaches up at each column from its middle to its edge, in pixels.
  private let pen: [Float]

  /// - Parameters:
  ///   - width: Pixels.
  ///   - height: Pixels.
  ///   - rowBytes: Bytes a row, at least the width.
  ///   - radius: Half the stroke's width, in pixels.
  init(width: Int, height: Int, rowBytes: Int, radius: Double) {
    (self.width, self.height, self.rowBytes) = (width, height, rowBytes)
    self.radius = radius
    mask = Array(repeating: 0, count: rowBytes * height)
    let columns = Double(Self.columnsPerPixel)
    pen = (0...Int(min(radius, 1000) * columns)).map {
      let x = Double($0) / columns
      return Float((radius * radius - x * x).squareRoot())
    }
  }

  /// The places that can be seen on a raster whose left edge is at the given place, in pixels.
  func reach(from left: Double) -> ClosedRange<Double> {
    (left - radius - 1)...(left + Double(width) + radius + 1)
  }

  /// Adds a line, in pixels from the mask's upper left corner.
  ///
  /// - Parameter draw: Draws the line from its start, which lies left, to its end.
  mutating func add(from start: Point, to end: Point, _ draw: (inout LineExtents) -> Void) {
    let (reach, count) = (pen.count, width * Self.columnsPerPixel)
    let (first, last) = (max(Self.column(start.x), -reach), min(Self.column(end.x), count + reach))
    let (firstSeen, endSeen) = (max(first - reach, 0), min(last + reach, count))
    guard first <= last, firstSeen < endSeen else { return }
    let (columns, seen) = (first...last, firstSeen..<endSeen)
    var extents = LineExtents(start, columns: columns)
    draw(&extents)
    cover(seen, tops: widened(extents.tops, columns, seen), bottoms: widened(extents.bottoms, columns, seen))
  }

  /// Calls the closure with the mask's bytes, which cairo wants to be able to change.
  mutating func withMask(_ body: (UnsafeMutablePointer<UInt8>?) -> Void) {
    mask.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  // MARK: The pen

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
