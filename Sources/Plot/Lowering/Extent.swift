/// The smallest and largest finite value seen on an axis.
struct Extent {
  let positiveOnly: Bool
  /// Whether the values are seconds since 1970.
  var isTime = false
  private var low = Double.infinity
  private var high = -Double.infinity
  /// Whether every value so far is a whole number.
  private(set) var isWhole = true

  init(positiveOnly: Bool, isTime: Bool = false) { (self.positiveOnly, self.isTime) = (positiveOnly, isTime) }

  mutating func add(_ value: Double) {
    guard value.isFinite, !positiveOnly || value > 0 else { return }
    low = min(low, value)
    high = max(high, value)
    if isWhole { isWhole = Self.isWhole(value) }
  }

  mutating func addX(_ shape: Shape) {
    switch shape {
    case .line(let line): add(line.x, line.xSummary)
    case .area(let area): add(area.x)
    case .points(let cloud): add(cloud.x)
    case .rectangles(let rectangles, _):
      for rectangle in rectangles {
        add(rectangle.x0)
        add(rectangle.x1)
      }
    case .segments(let segments, _):
      for segment in segments {
        add(segment.start.x)
        add(segment.end.x)
      }
    case .texts(let texts): for text in texts { add(text.place.x) }
    case .ticks(let values, let axis, _): if axis == .x { add(values) }
    }
  }

  mutating func addY(_ shape: Shape) {
    switch shape {
    case .line(let line): add(line.y, line.ySummary)
    case .area(let area):
      add(area.low)
      add(area.high)
    case .points(let cloud): add(cloud.y)
    case .rectangles(let rectangles, _):
      for rectangle in rectangles {
        add(rectangle.y0)
        add(rectangle.y1)
      }
    case .segments(let segments, _):
      for segment in segments {
        add(segment.start.y)
        add(segment.end.y)
      }
    case .texts(let texts): for text in texts { add(text.place.y) }
    case .ticks(let values, let axis, _): if axis == .y { add(values) }
    }
  }

  private mutating func add(_ values: [Double], _ summary: ColumnSummary) {
    guard summary.isFinite, !positiveOnly || summary.low > 0 else { return add(values) }
    low = min(low, summary.low)
    high = max(high, summary.high)
    isWhole = isWhole && summary.isWhole
  }

  private mutating func add(_ values: [Double]) {
    // In a variable of its own, which stays in registers: there may be tens of millions of values.
    var copy = self
    values.withUnsafeBufferPointer { values in for value in values { copy.add(value) } }
    self = copy
  }

  /// Every number from 2⁵³ on is whole; below, the conversion is quicker than rounding.
  private static func isWhole(_ value: Double) -> Bool { abs(value) >= 0x1p53 || Double(Int64(value)) == value }

  /// Whether there was no value that can be shown.
  var isEmpty: Bool { low > high }

  /// A domain that is never empty: a single value gets room around it, no value at all gives 0…1.
  var domain: ClosedRange<Double> {
    guard low <= high else { return positiveOnly ? 0.1...1 : 0...1 }
    guard low == high else { return low...high }
    if positiveOnly { return max(low / 2, .leastNormalMagnitude)...min(high * 2, .greatestFiniteMagnitude) }
    // Half a day on both sides of an instant: its share of the time since 1970 would mean nothing.
    // A single epoch stands between its neighbours.
    let share = min(abs(low) * 0.5, .greatestFiniteMagnitude / 4)
    let room = isTime ? max(43_200, low.ulp * 1e3) : isWhole ? max(1, share.rounded(.up)) : share
    return max(low - room, -.greatestFiniteMagnitude)...min(high + room, .greatestFiniteMagnitude)
  }
}
