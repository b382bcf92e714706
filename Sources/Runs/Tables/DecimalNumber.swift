/// Reads decimal numbers from bytes. Goals in this order: the nearest double, always; speed on the 16 or 17 digits with
/// which programs print their losses.
///
/// A number w / 10^q with w below 2⁵³ and q up to 22 is one division of doubles, both of which are exact. Otherwise it is
/// w / (5^q · 2^q), with w below 2⁶⁴ and 5^q below 2⁶⁴, one division of 128 bits by 64: the quotient has at least 62 bits,
/// and whether anything remains decides ties. Numbers with more digits or other exponents are left to Swift's own
/// initializer.
enum DecimalNumber {
  /// 5^0 to 5^27, all that fit into 64 bits. They are written down so that no look at them waits for their computation.
  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1_953_125, 9_765_625, 48_828_125, 244_140_625, 1_220_703_125,
    6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625, 19_073_486_328_125,
    95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
    298_023_223_876_953_125, 1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
  ]

  /// 10^0 to 10^22, all that a double holds exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21,
    1e22,
  ]

  /// The value of bytes that are a decimal number as a whole, such as `-0.5`, `7` or `1e-3`; else `nil`.
  static func value(of bytes: UnsafeRawBufferPointer) -> Double? {
    guard let number = prefix(of: bytes), number.end == bytes.count else { return nil }
    return number.value
  }

  /// The decimal number that begins at a place, as long as it goes, and where it ends; `nil` if none begins there.
  static func prefix(of bytes: UnsafeRawBufferPointer, from start: Int = 0) -> (value: Double, end: Int)? {
    var scan = Scan(bytes: bytes, position: start)
    let isNegative = scan.takes(UInt8(ascii: "-"))
    if !isNegative { _ = scan.takes(UInt8(ascii: "+")) }
    var count = scan.takeDigits()
    var exponent = 0
    if scan.takes(UInt8(ascii: ".")) {
      let fraction = scan.takeDigits()
      count += fraction
      exponent = -fraction
    }
    guard count > 0 else { return nil }
    if scan.byte | 0x20 == UInt8(ascii: "e") {
      guard let given = scan.takeExponent() else { return nil }
      exponent += given
    }
    guard !scan.isLong, let magnitude = scaled(scan.digits, by: exponent) else {
      return slowly(UnsafeRawBufferPointer(rebasing: bytes[start..<scan.position])).map { ($0, scan.position) }
    }
    return (isNegative ? -magnitude : magnitude, scan.position)
  }

  /// `digits` · 10^`exponent`, rounded once; `nil` where this way is not exact.
  @inline(__always)
  private static func scaled(_ digits: UInt64, by exponent: Int) -> Double? {
    if exponent <= 0, exponent >= -22, digits < 1 << 53 { return Double(Int64(digits)) / powersOfTen[-exponent] }
    return scaledInIntegers(digits, by: exponent)
  }

  private static func scaledInIntegers(_ digits: UInt64, by exponent: Int) -> Double? {
    if digits == 0 { return 0 }
    guard exponent >= -27, exponent <= 19 else { return nil }
    let power = powersOfFive[abs(exponent)]
    if exponent >= 0 {
      let (high, low) = digits.multipliedFullWidth(by: power)
      return high == 0 ? Double(low) * powerOfTwo(exponent) : nil
    }
    let (shift, powerShift) = (digits.leadingZeroBitCount, power.leadingZeroBitCount)
    let (numerator, divisor) = (digits << UInt64(shift), power << UInt64(powerShift))
    let (quotient, remainder) = divisor.dividingFullWidth((numerator >> 1, numerator << 63))
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return rounded * powerOfTwo(exponent - 63 - shift + powerShift)
  }

  /// 2^`exponent`, of those that a double holds in its usual form.
  private static func powerOfTwo(_ exponent: Int) -> Double { Double(bitPattern: UInt64(1023 + exponent) << 52) }

  private static func slowly(_ bytes: UnsafeRawBufferPointer) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}

extension DecimalNumber {
  /// A walk over the bytes of a number.
  private struct Scan {
    let bytes: UnsafeRawBufferPointer
    var position: Int
    /// The digits so far as one number.
    private(set) var digits: UInt64 = 0
    private var significant = 0
    /// Whether there are more digits than ``digits`` holds.
    private(set) var isLong = false

    init(bytes: UnsafeRawBufferPointer, position: Int) {
      self.bytes = bytes
      self.position = position
    }

    /// The next byte; 0 at the end.
    @inline(__always)
    var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// Passes over a byte if it is the next one.
    @inline(__always)
    mutating func takes(_ wanted: UInt8) -> Bool {
      guard byte == wanted else { return false }
      position += 1
      return true
    }

    /// Passes over digits and returns how many those were.
    @inline(__always)
    mutating func takeDigits() -> Int {
      let start = position
      while significant <= 11, position + 8 <= bytes.count, let eight = Scan.eightDigits(at: position, of: bytes) {
        digits = digits &* 100_000_000 &+ eight
        significant += digits > 0 ? 8 : 0
        position += 8
      }
      while case let digit = byte &- UInt8(ascii: "0"), digit < 10 {
        // 19 digits are below 2⁶⁴. Zeros before the first other digit do not count.
        if significant < 19 {
          digits = digits &* 10 &+ UInt64(digit)
          significant += digits > 0 ? 1 : 0
        } else {
          isLong = true
        }
        position += 1
      }
      return position - start
    }

    /// Eight bytes as a number, all at once, if they are all digits: first tens of pairs, then hundreds, then the whole.
    @inline(__always)
    private static func eightDigits(at position: Int, of bytes: UnsafeRawBufferPointer) -> UInt64? {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
      guard word & high == 0x3030_3030_3030_3030, (word &+ 0x0606_0606_0606_0606) & high == 0x3030_3030_3030_3030 else {
        return nil
      }
      let digits = word & 0x0F0F_0F0F_0F0F_0F0F
      let pairs = digits &* 10 &+ digits >> 8
      let mask: UInt64 = 0x0000_00FF_0000_00FF
      let left = (pairs & mask) &* (100 + 1_000_000 << 32)
      let right = (pairs >> 16 & mask) &* (1 + 10_000 << 32)
      return (left &+ right) >> 32
    }

    /// Passes over an exponent; `nil` if it has no digits.
    mutating func takeExponent() -> Int? {
      position += 1
      let isNegative = takes(UInt8(ascii: "-"))
      if !isNegative { _ = takes(UInt8(ascii: "+")) }
      let start = position
      var value = 0
      while case let digit = byte &- UInt8(ascii: "0"), digit < 10 {
        // Beyond any double; the number itself is read slowly then.
        value = min(value * 10 + Int(digit), 100_000)
        position += 1
      }
      guard position > start else { return nil }
      return isNegative ? -value : value
    }
  }
}
