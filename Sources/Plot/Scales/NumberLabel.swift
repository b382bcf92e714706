internal import Foundation

/// Writes numbers as a reader expects them on a chart: U+2212 as minus, 12k and 1.5M for large ones, 3·10⁻⁴ for small ones.
package enum NumberLabel {
  /// One style for all labels of an axis: as many decimals as the closest pair needs.
  static func labels(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite else { return values.map { string($0, decimals: 0) } }
    if largest >= 1e15 || largest < 1e-3 { return exponentLabels(values) }
    for (scale, suffix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")] where largest >= max(scale, 1e4) {
      let scaled = values.map { $0 / scale }
      if let decimals = decimals(for: scaled, atMost: 3) {
        return zip(values, scaled).map { $0 == 0 ? "0" : string($1, decimals: decimals) + suffix }
      }
    }
    let decimals = decimals(for: values, atMost: 12) ?? 12
    return values.map { string($0, decimals: decimals) }
  }

  /// A number in a sentence or beside a mark, with about three significant digits.
  package static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    let size = abs(value)
    if size == 0 { return "0" }
    if size < 1e-3 || size >= 1e15 { return exponential(value, decimals: 1) }
    for (scale, suffix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")] where size >= scale {
      return trimmed(value / (suffix == "k" ? 1e3 : scale), significant: 3) + suffix
    }
    return trimmed(value, significant: size >= 1000 ? 4 : 3)
  }

  /// The number with a fixed count of decimals and a real minus sign.
  static func string(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", abs(value))
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (value < 0 && !isZero ? "−" : "") + text
  }

  private static func trimmed(_ value: Double, significant: Int) -> String {
    let decimals = max(0, significant - 1 - Int(Foundation.floor(log10(abs(value)))))
    var text = string(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The fewest decimals that write every value exactly, up to a relative error that nobody sees.
  static func decimals(for values: [Double], atMost limit: Int) -> Int? {
    let largest = values.map(abs).max() ?? 0
    return (0...limit).first { count in
      let unit = pow(10, Double(count))
      return values.allSatisfy { abs(($0 * unit).rounded() - $0 * unit) <= 1e-9 * largest * unit }
    }
  }

  static func exponentLabels(_ values: [Double]) -> [String] {
    let exponent = Foundation.floor(log10(values.map(abs).max() ?? 1))
    let mantissas = values.map { $0 / pow(10, exponent) }
    let decimals = decimals(for: mantissas, atMost: 6) ?? 6
    return mantissas.map { $0 == 0 ? "0" : power(string($0, decimals: decimals), Int(exponent)) }
  }

  private static func exponential(_ value: Double, decimals: Int) -> String {
    var exponent = Int(Foundation.floor(log10(abs(value))))
    var mantissa = value / pow(10, Double(exponent))
    if !mantissa.isFinite { mantissa = value * 1e300 / pow(10, Double(exponent + 300)) }
    if abs(mantissa) >= 9.95 {
      mantissa /= 10
      exponent += 1
    }
    return power(trimmed(mantissa, significant: decimals + 1), exponent)
  }

  private static func power(_ mantissa: String, _ exponent: Int) -> String {
    let ten = "10" + superscript(exponent)
    return mantissa == "1" ? ten : mantissa == "−1" ? "−" + ten : mantissa + "·" + ten
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "") + String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } }
  }
}
