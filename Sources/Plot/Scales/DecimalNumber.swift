internal import Foundation

/// A whole number times a power of ten, turned into the nearest binary number in one rounding where that is possible.
enum DecimalNumber {
  /// `mantissa · 10^exponent`: 3 · 10⁻¹ is exactly the literal 0.3. −0 becomes 0.
  static func value(_ mantissa: Double, exponent: Int) -> Double {
    let size = abs(exponent)
    // Powers beyond the range of Double are taken in two steps.
    let (first, second) = size <= 300 ? (size, 0) : (300, size - 300)
    let value =
      exponent < 0
      ? mantissa / pow(10, Double(first)) / pow(10, Double(second))
      : mantissa * pow(10, Double(first)) * pow(10, Double(second))
    return value + 0
  }

  /// The exponent of the value's first decimal digit; 0 for what has none.
  static func exponent(of value: Double) -> Int {
    value != 0 && value.isFinite ? Int(floor(log10(abs(value)))) : 0
  }
}
