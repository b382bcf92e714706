/// One value of a run's configuration: typed and nested as the program meant it.
///
/// Literals do: `["cell": "lstm", "units": 10, "learning_rate": 1e-3, "bidirectional": false]`.
///
/// Two numbers are equal when they have the same value, whole or not: JSON has one kind of number, so `10.0` comes back
/// from a file as the integer 10. NaN equals NaN here, so that equal configurations compare equal.
public enum ConfigValue: Sendable {
  /// True or false.
  case bool(Bool)
  /// A whole number, kept in 64 bits.
  case integer(Int)
  /// A number in double precision; NaN and infinity are allowed.
  case number(Double)
  /// Text.
  case string(String)
  /// A list of values.
  case array([ConfigValue])
  /// Values by name.
  case object([String: ConfigValue])
}

extension ConfigValue {
  /// The text of a string, else `nil`.
  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The value of a number, whole or not, else `nil`.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The value of a whole number, else `nil`.
  public var intValue: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The value of a truth value, else `nil`.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The value as a person would write it: a string bare, numbers shortest, lists and objects as compact JSON with
  /// sorted keys.
  public var text: String {
    if case .string(let value) = self { value } else { json }
  }

  private var json: String {
    switch self {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): AnyNumber.name(of: value) ?? ConfigValue.shortest(value)
    case .string(let value): "\"" + ConfigValue.escaped(value) + "\""
    case .array(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .object(let values):
      "{"
        + values.sorted { $0.key < $1.key }
        .map { "\"\(ConfigValue.escaped($0.key))\": \($0.value.json)" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func shortest(_ value: Double) -> String {
    let digits = "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The leaves of a nested configuration under dotted names, in name order: `optimizer.learning_rate`.
  ///
  /// An array is one leaf.
  public static func flattened(_ config: [String: ConfigValue]) -> [(name: String, value: ConfigValue)] {
    config.sorted { $0.key < $1.key }.flatMap { entry -> [(name: String, value: ConfigValue)] in
      guard case .object(let nested) = entry.value else { return [(entry.key, entry.value)] }
      return flattened(nested).map { ("\(entry.key).\($0.name)", $0.value) }
    }
  }
}

extension ConfigValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension ConfigValue: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a list.
  public init(arrayLiteral elements: ConfigValue...) { self = .array(elements) }
  /// Creates an object; of two equal names the later value counts.
  public init(dictionaryLiteral elements: (String, ConfigValue)...) {
    self = .object(Dictionary(elements) { _, later in later })
  }
}
