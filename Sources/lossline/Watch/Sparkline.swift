/// A curve in one line of block characters.
struct Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character a column: the mean of the finite values that fall into it, from the smallest of all means at the
  /// bottom to the largest at the top. A column with points and no finite value is `×`; one without points repeats what
  /// is left of it. Positive curves over more than two powers of ten are drawn by their logarithm.
  static func text(_ values: [Double], width: Int) -> String {
    guard width > 0, !values.isEmpty else { return "" }
    let count = min(width, values.count)
    let means = (0..<count).map { column in
      let part = values[column * values.count / count..<max((column + 1) * values.count / count, 1)]
      return mean(part)
    }
    let finite = means.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return String(repeating: "×", count: count) }
    let isLogarithmic = low > 0 && high / low > 100
    let scale = { (value: Double) in isLogarithmic ? logarithm(value) : value }
    let (bottom, top) = (scale(low), scale(high))
    return String(
      means.map { value in
        guard value.isFinite else { return "×" }
        // Halved, so that the span of the largest doubles does not overflow.
        let span = top / 2 - bottom / 2
        let part = span > 0 ? (scale(value) / 2 - bottom / 2) / span : 0.5
        return blocks[min(7, max(0, Int(part * 8)))]
      })
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    let finite = values.filter(\.isFinite)
    return finite.isEmpty ? .nan : finite.reduce(0) { $0 + $1 / Double(finite.count) }
  }

  /// The logarithm to base 2 but for a bend between powers of 2, which no eye sees in eight steps.
  private static func logarithm(_ value: Double) -> Double { Double(value.exponent) + value.significand - 1 }
}
