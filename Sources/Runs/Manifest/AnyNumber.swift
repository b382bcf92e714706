/// A number in JSON that may be NaN or infinite, whatever strategy the encoder has for such values.
struct AnyNumber: Codable {
  var value: Double

  init(_ value: Double) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let name = try? container.decode(String.self), let value = AnyNumber.value(named: name) {
      self.value = value
    } else {
      value = try container.decode(Double.self)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let name = AnyNumber.name(of: value) {
      try container.encode(name)
    } else {
      try container.encode(value)
    }
  }

  /// The string that stands for a value that JSON has no number for; `nil` for a finite value.
  static func name(of value: Double) -> String? {
    if value.isFinite { return nil }
    if value.isNaN { return "NaN" }
    return value > 0 ? "Infinity" : "-Infinity"
  }

  /// The value that a string stands for, or `nil` for any other string.
  static func value(named name: String) -> Double? {
    switch name {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }
}
