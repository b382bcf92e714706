/// Puts the values of several series at one place together.
struct Stack {
  /// From where to where a value reaches.
  struct Span: Hashable {
    var low: Double
    var high: Double
  }

  private let method: MarkStackingMethod

  init(_ method: MarkStackingMethod) { self.method = method }

  /// - Parameter series: The values of each series, one a place; NaN where it has none.
  /// - Returns: The span of each value, in the same order; `nil` where there is none.
  func spans(_ series: [[Double]]) -> [[Span?]] {
    var spans = series.map { [Span?](repeating: nil, count: $0.count) }
    for place in 0..<(series.map(\.count).max() ?? 0) {
      let total = series.reduce(0) { $0 + (place < $1.count && $1[place].isFinite ? abs($1[place]) : 0) }
      var (top, bottom) = (0.0, 0.0)
      for number in series.indices where place < series[number].count && series[number][place].isFinite {
        var value = series[number][place]
        switch method {
        case .unstacked:
          spans[number][place] = Span(low: min(0, value), high: max(0, value))
          continue
        case .normalized: value = total > 0 ? value / total : 0
        case .standard: break
        }
        if value < 0 {
          spans[number][place] = Span(low: bottom + value, high: bottom)
          bottom += value
        } else {
          spans[number][place] = Span(low: top, high: top + value)
          top += value
        }
      }
    }
    return spans
  }
}
