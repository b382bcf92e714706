internal import Foundation

/// Numbers as a factor and a power of ten.
extension NumberLabel {
  /// Factors of one power of ten, with as many decimals as the closest pair needs.
  static func exponentLabels(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0 else { return values.map { string($0, decimals: 0) } }
    let exponent = DecimalNumber.exponent(of: largest)
    let factors = values.map { DecimalNumber.value($0, exponent: -exponent) }
    let precision = precision(largest, exponent)
    let decimals = decimals(for: factors, atMost: 15, precision: precision) ?? 15
    return factors.map { $0 == 0 ? "0" : power(string($0, decimals: decimals), exponent) }
  }

  /// The number with a power of ten of its own and at most that many digits.
  static func exponential(_ value: Double, significant: Int) -> String {
    var exponent = DecimalNumber.exponent(of: value)
    var text = factor(value, exponent, decimals: significant - 1)
    if text.hasSuffix("10") {
      exponent += 1
      text = factor(value, exponent, decimals: significant - 1)
    }
    return power(text, exponent)
  }

  /// The number with a power of ten of its own and the digits that it needs to differ from the others.
  static func exponential(_ value: Double, among values: [Double]) -> String {
    let exponent = DecimalNumber.exponent(of: value)
    let similar = values.filter { $0 != 0 && DecimalNumber.exponent(of: $0) == exponent }
    let factors = similar.map { DecimalNumber.value($0, exponent: -exponent) }
    let precision = precision(value, exponent)
    return exponential(value, significant: 1 + (decimals(for: factors, atMost: 12, precision: precision) ?? 12))
  }

  /// What a factor may be off: the least numbers have few binary digits.
  private static func precision(_ value: Double, _ exponent: Int) -> Double {
    4 * DecimalNumber.value(value.ulp, exponent: -exponent)
  }

  private static func factor(_ value: Double, _ exponent: Int, decimals: Int) -> String {
    withoutTrailingZeros(string(DecimalNumber.value(value, exponent: -exponent), decimals: decimals))
  }

  private static func power(_ factor: String, _ exponent: Int) -> String {
    let ten = "10" + superscript(exponent)
    return factor == "1" ? ten : factor == "−1" ? "−" + ten : factor + "·" + ten
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "") + String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } }
  }
}
