/// Numbers as a reader sees them: the same on every machine, whatever its locale.
///
/// Minus is U+2212, thousands are grouped by commas, very large and very small values read "1.2·10⁻⁷".
enum NumberText {
  /// A measured value with a number of significant digits, such as "0.001034", "12,345" or "3.100·10⁻⁷".
  ///
  /// Values from 10⁻⁴ up to 10⁷ are written out; digits left of the point are never rounded away. Whole numbers have no
  /// decimals. Not-a-number is "NaN", infinity "∞".
  static func measured(_ value: Double, significantDigits: Int = 4) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let magnitude = value.magnitude
    let sign = value < 0 ? minus : ""
    guard magnitude > 0 else { return "0" }
    if magnitude >= 1e7 || magnitude < 0.99995e-4 {
      return sign + scientific(magnitude, significantDigits: significantDigits)
    }
    if magnitude == magnitude.rounded() { return sign + grouped(Int(magnitude)) }
    var decimals = max(0, significantDigits - 1 - exponent(of: magnitude))
    var scaled = (magnitude * powerOfTen(decimals)).rounded()
    if decimals > 0, scaled >= powerOfTen(significantDigits) {
      decimals -= 1
      scaled = (magnitude * powerOfTen(decimals)).rounded()
    }
    return sign + fixed(scaled: Int(scaled), decimals: decimals)
  }

  /// A value with a fixed number of decimals, such as "97.8".
  static func fixed(_ value: Double, decimals: Int) -> String {
    let scaled = (value.magnitude * powerOfTen(decimals)).rounded()
    guard scaled < 9e15 else { return measured(value) }
    return (value < 0 && scaled > 0 ? minus : "") + fixed(scaled: Int(scaled), decimals: decimals)
  }

  /// A count with its thousands grouped, such as "12,345,678".
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var text = count < 0 ? minus : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A count and its noun, such as "1 epoch" or "1,200 epochs".
  static func counted(_ count: Int, _ noun: String) -> String {
    grouped(count) + " " + (count == 1 ? noun : noun + "s")
  }

  /// What a value that is not finite is called.
  static func nonFinite(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    return value < 0 ? minus + "∞" : "∞"
  }

  private static let minus = "\u{2212}"

  private static func scientific(_ magnitude: Double, significantDigits: Int) -> String {
    var power = exponent(of: magnitude)
    var mantissa = mantissa(of: magnitude, power: power)
    let scale = powerOfTen(significantDigits - 1)
    if (mantissa * scale).rounded() >= scale * 10 {
      power += 1
      mantissa /= 10
    }
    let digits = fixed(scaled: Int((mantissa * scale).rounded()), decimals: significantDigits - 1)
    return digits + "·10" + superscript(power)
  }

  /// Dividing in two steps keeps 10⁻³²⁴ and 10³⁰⁸ inside the range of a double.
  private static func mantissa(of magnitude: Double, power: Int) -> Double {
    let half = power / 2
    return magnitude / scientificPower(half) / scientificPower(power - half)
  }

  private static func scientificPower(_ power: Int) -> Double {
    power < 0 ? 1 / powerOfTen(-power) : powerOfTen(power)
  }

  /// The decimal exponent: the binary one gives it or one less.
  static func exponent(of magnitude: Double) -> Int {
    let power = Int((Double(magnitude.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    return mantissa(of: magnitude, power: power) >= 10 ? power + 1 : power
  }

  private static func powerOfTen(_ power: Int) -> Double {
    (0..<max(0, power)).reduce(1.0) { product, _ in product * 10 }
  }

  private static func fixed(scaled: Int, decimals: Int) -> String {
    guard decimals > 0 else { return grouped(scaled) }
    let divisor = Int(powerOfTen(decimals))
    let fraction = String(scaled % divisor)
    return grouped(scaled / divisor) + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  private static func superscript(_ power: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(power.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (power < 0 ? "⁻" : "") + String(text)
  }
}
