/// The smallest and largest finite value seen.
struct Extent {
  let positiveOnly: Bool
  private var low = Double.infinity
  private var high = -Double.infinity
  /// Whether every value so far is a whole number.
  private(set) var isWhole = true

  init(positiveOnly: Bool) { self.positiveOnly = positiveOnly }

  mutating func add(_ value: Double) {
    guard value.isFinite, !positiveOnly || value > 0 else { return }
    low = min(low, value)
    high = max(high, value)
    if isWhole && value != value.rounded() { isWhole = false }
  }

  mutating func add(_ layer: Layer, isX: Bool) {
    switch layer {
    case .lines(let series, _): for line in series { for value in isX ? line.x : line.y { add(value) } }
    case .points(let series, _): for points in series { for value in isX ? points.x : points.y { add(value) } }
    case .bars(let series, _):
      guard !isX else { return }
      add(0)
      for bars in series { for value in bars.heights { add(value) } }
    case .rule(let rule): if let value = isX ? rule.x : rule.y { add(value) }
    }
  }

  /// A domain that is never empty: a single value gets room around it, no value at all gives 0…1.
  var domain: ClosedRange<Double> {
    guard low <= high else { return positiveOnly ? 0.1...1 : 0...1 }
    guard low == high else { return low...high }
    if positiveOnly { return max(low / 2, .leastNormalMagnitude)...min(high * 2, .greatestFiniteMagnitude) }
    let room = low == 0 ? 1 : min(abs(low) * 0.5, .greatestFiniteMagnitude / 4)
    return max(low - room, -.greatestFiniteMagnitude)...min(high + room, .greatestFiniteMagnitude)
  }
}
