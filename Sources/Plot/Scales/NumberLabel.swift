internal import Foundation

/// Writes numbers as a reader expects them on a chart: U+2212 as minus, 12k and 1.5M for large ones, 3·10⁻⁴ for small ones.
package enum NumberLabel {
  private static let prefixes = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
  /// More digits than these are read from the first label of an axis only.
  private static let mostDigits = 9

  /// One style for all labels of an axis with even steps: as many decimals as the closest pair needs. Where that takes
  /// many digits, as for 1000000000.001, the labels after the first say how much more they are: +0.001.
  static func labels(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite else { return values.map { string($0, decimals: 0) } }
    if largest >= 1e15 || largest < 1e-3 {
      let labels = exponentLabels(values)
      return labels.allSatisfy { $0.count <= mostDigits + 5 } ? labels : relative(values) ?? labels
    }
    for (scale, suffix) in prefixes where largest >= max(scale, 1e4) {
      let scaled = values.map { $0 / scale }
      guard let decimals = decimals(for: scaled, atMost: 3) else { continue }
      let labels = zip(values, scaled).map { $0 == 0 ? "0" : string($1, decimals: decimals) + suffix }
      if labels.allSatisfy({ $0.count <= mostDigits - 2 }) { return labels }
    }
    let decimals = decimals(for: values, atMost: 12) ?? 12
    let labels = values.map { string($0, decimals: decimals) }
    return labels.allSatisfy { $0.count <= mostDigits } ? labels : relative(values) ?? labels
  }

  /// The first number in full, the others as what they are more than it; `nil` where that is no shorter.
  private static func relative(_ values: [Double]) -> [String]? {
    guard values.count >= 2, let first = values.min(), first == values.first else { return nil }
    // Rounding errors of the large numbers are none of the differences between them.
    let step = values[1] - first
    guard step > 0 else { return nil }
    let precision = max(DecimalNumber.exponent(of: step) - 3, DecimalNumber.exponent(of: first.ulp) + 2)
    let unit = DecimalNumber.value(1, exponent: precision)
    guard unit > 0 else { return nil }
    let differences = values.dropFirst().map { value in
      DecimalNumber.value(((value - first) / unit).rounded(), exponent: precision)
    }
    guard (differences.max() ?? 0) < abs(first) / 100 else { return nil }
    let isLarge = abs(first) >= 1e15
    let decimals = decimals(for: [first, values[1]], atMost: 12) ?? 12
    return [isLarge ? exponentLabels([first, values[1]])[0] : string(first, decimals: decimals)]
      + labels(differences).map { "+" + $0 }
  }

  /// One style for all labels of an axis on which the steps are uneven, each with its own decimals: all plain numbers, all
  /// with decimal prefixes, or all powers of ten.
  static func unevenLabels(_ values: [Double]) -> [String] {
    let sizes = values.map(abs).filter { $0 > 0 }
    guard let largest = sizes.max(), let smallest = sizes.min(), largest.isFinite else {
      return values.map { string($0, decimals: 0) }
    }
    if smallest >= 1e-4, largest < 1e4 { return values.map { trimmed($0, among: values) } }
    guard smallest >= 1e-2, largest < 1e15 else { return values.map { $0 == 0 ? "0" : exponential($0, among: values) } }
    return values.map { value in
      guard let (scale, suffix) = prefixes.first(where: { abs(value) >= $0.0 }) else {
        return trimmed(value, among: values)
      }
      return trimmed(value / scale, among: values.map { $0 / scale }) + suffix
    }
  }

  /// Numbers in the cells of a table: as ``short(_:)``, with equally many decimals where that takes few digits.
  static func cells(_ values: [Double]) -> [String] {
    let texts = values.map(short)
    let shown = values.filter { $0.isFinite && $0 != 0 }.map(abs)
    guard let largest = shown.max(), let smallest = shown.min(), smallest >= 1e-3, largest < 1e4 else { return texts }
    let decimals = texts.map { $0.firstIndex(of: ".").map($0.suffix(from:))?.dropFirst().count ?? 0 }.max() ?? 0
    guard Int(largest).description.count + decimals <= 4 else { return texts }
    return zip(values, texts).map { $0.isFinite ? string($0, decimals: decimals) : $1 }
  }

  /// A number in a sentence or beside a mark, with about three significant digits.
  package static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    let size = abs(value)
    if size == 0 { return "0" }
    if size < 1e-3 || size >= 1e15 { return exponential(value, significant: 2) }
    for (scale, suffix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")] where size >= scale {
      return trimmed(value / (suffix == "k" ? 1e3 : scale), significant: 3) + suffix
    }
    return trimmed(value, significant: 3)
  }

  /// The number with a fixed count of decimals and a real minus sign.
  static func string(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", abs(value))
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (value < 0 && !isZero ? "−" : "") + text
  }

  private static func trimmed(_ value: Double, significant: Int) -> String {
    withoutTrailingZeros(string(value, decimals: max(0, significant - 1 - DecimalNumber.exponent(of: value))))
  }

  /// The number with the decimals that it needs to differ from the others.
  private static func trimmed(_ value: Double, among values: [Double]) -> String {
    withoutTrailingZeros(string(value, decimals: min(decimals(for: values, atMost: 15) ?? 15, 15)))
  }

  static func withoutTrailingZeros(_ number: String) -> String {
    guard number.contains(".") else { return number }
    var text = number
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The fewest decimals that write every value up to an error that nobody sees, and tell different values apart.
  ///
  /// - Parameter precision: The distance between numbers that can be told apart; by default that of the largest.
  static func decimals(for values: [Double], atMost limit: Int, precision: Double? = nil) -> Int? {
    let largest = values.map(abs).max() ?? 0
    let rounding = precision ?? 4 * largest.ulp
    let sorted = values.sorted()
    let gap = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > rounding }.min() ?? largest
    let tolerance = max(rounding, min(1e-9 * largest, 1e-3 * gap))
    return (0...limit).first { count in
      let unit = pow(10, Double(count))
      return values.allSatisfy { abs(($0 * unit).rounded() - $0 * unit) <= tolerance * unit }
    }
  }
}
