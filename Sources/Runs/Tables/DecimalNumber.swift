/// Reads decimal numbers from bytes. Goals in this order: the nearest double, always; speed on the 16 or 17 digits with
/// which programs print their losses.
///
/// A number w / 10^q = w / (5^q · 2^q), with w below 2⁶⁴ and 5^q below 2⁶⁴, is one division of 128 bits by 64: the quotient
/// has at least 62 bits, and whether anything remains decides ties. Numbers with more digits or other exponents are left
/// to Swift's own initializer.
enum DecimalNumber {
  /// 5^0 to 5^27, all that fit into 64 bits.
  private static let powersOfFive: [UInt64] = (0..<27).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 5)
  }

  /// The value of bytes that are a decimal number as a whole, such as `-0.5`, `7` or `1e-3`; else `nil`.
  static func value(of bytes: UnsafeRawBufferPointer) -> Double? {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
    var (digits, digitCount, exponent) = (UInt64(0), 0, 0)
    var (hasDigits, isInFraction) = (false, false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), !isInFraction {
        isInFraction = true
      } else if byte &- UInt8(ascii: "0") < 10 {
        hasDigits = true
        // 19 digits are below 2⁶⁴. Zeros before the first other digit do not count.
        if digitCount == 19 { return slowly(bytes) }
        digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        digitCount += digits > 0 ? 1 : 0
        exponent -= isInFraction ? 1 : 0
      } else {
        break
      }
      position += 1
    }
    guard hasDigits else { return nil }
    if position < bytes.count {
      guard let given = exponentValue(bytes, from: position) else { return nil }
      exponent += given
    }
    guard let magnitude = scaled(digits, by: exponent) else { return slowly(bytes) }
    return isNegative ? -magnitude : magnitude
  }

  private static func exponentValue(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e"), start + 1 < bytes.count else { return nil }
    let sign = bytes[start + 1]
    let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let digits = bytes[(start + (hasSign ? 2 : 1))...]
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    // Beyond any double; the number itself is read slowly then.
    let value = digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 100_000) }
    return sign == UInt8(ascii: "-") ? -value : value
  }

  /// `digits` · 10^`exponent`, rounded once; `nil` where this way is not exact.
  private static func scaled(_ digits: UInt64, by exponent: Int) -> Double? {
    if digits == 0 { return 0 }
    if exponent == 0 { return Double(digits) }
    guard exponent >= -27, exponent <= 19 else { return nil }
    let power = powersOfFive[abs(exponent)]
    if exponent > 0 {
      let (high, low) = digits.multipliedFullWidth(by: power)
      return high == 0 ? Double(sign: .plus, exponent: exponent, significand: Double(low)) : nil
    }
    let (shift, powerShift) = (digits.leadingZeroBitCount, power.leadingZeroBitCount)
    let (numerator, divisor) = (digits << UInt64(shift), power << UInt64(powerShift))
    let (quotient, remainder) = divisor.dividingFullWidth((numerator >> 1, numerator << 63))
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return Double(sign: .plus, exponent: exponent - 63 - shift + powerShift, significand: rounded)
  }

  private static func slowly(_ bytes: UnsafeRawBufferPointer) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
