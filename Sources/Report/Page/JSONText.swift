/// JSON that stands inside of a page: compact, the same bytes every time, and without a `<` that could end its element.
struct JSONText {
  private var bytes: [UInt8] = []
  private var needsComma = false

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ content: (inout JSONText) -> Void) { enclosed("{", "}", content) }

  mutating func array(_ content: (inout JSONText) -> Void) { enclosed("[", "]", content) }

  mutating func member(_ name: String, _ value: (inout JSONText) -> Void) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// JSON that is whole already.
  mutating func json(_ text: String) {
    separate()
    append(text)
  }

  /// A number with all its digits.
  mutating func exact(_ value: Double) {
    separate()
    if !value.isFinite {
      append(value.isNaN ? "null" : value < 0 ? "-1e999" : "1e999")
    } else if let whole = Int(exactly: value) {
      append(String(whole))
    } else {
      append("\(value)")
    }
  }

  mutating func exact(_ values: [Double]) { array { for value in values { $0.exact(value) } } }

  /// Numbers with six significant digits.
  mutating func numbers(_ values: [Double]) { array { for value in values { $0.number(value) } } }

  private mutating func number(_ value: Double) {
    guard value.isFinite, value != value.rounded() || value.magnitude >= 1e6 else { return exact(value) }
    let power = NumberText.exponent(of: value.magnitude) - 5
    guard power > -300, power < 300 else { return exact(value) }
    var digits = Int((power < 0 ? value * Self.power(-power) : value / Self.power(power)).rounded())
    var exponent = power
    while digits != 0, digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
    separate()
    decimal(digits, exponent)
  }

  /// `123e-5` as `0.00123` where that is no longer.
  private mutating func decimal(_ digits: Int, _ exponent: Int) {
    let text = String(digits.magnitude)
    if digits < 0 { bytes.append(UInt8(ascii: "-")) }
    let point = text.utf8.count + exponent
    if exponent == 0 {
      append(text)
    } else if exponent < 0, point > 0 {
      append(String(text.prefix(point)) + "." + text.dropFirst(point))
    } else if exponent < 0, point > -3 {
      append("0." + String(repeating: "0", count: -point) + text)
    } else {
      append("\(text)e\(exponent)")
    }
  }

  private static func power(_ exponent: Int) -> Double { powers[exponent] }
  private static let powers: [Double] = (0..<309).map { Double("1e\($0)") ?? .infinity }

  private mutating func enclosed(_ open: String, _ close: String, _ content: (inout JSONText) -> Void) {
    separate()
    append(open)
    needsComma = false
    content(&self)
    append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
