extension ConfigValue: Codable {
  /// Reads any JSON value but `null`. The strings `NaN`, `Infinity` and `-Infinity` become numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      self = AnyNumber.value(named: value).map(ConfigValue.number) ?? .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let values = try? container.decode([String: ConfigValue].self) {
      self = .object(values)
    } else {
      self = .array(try container.decode([ConfigValue].self))
    }
  }

  /// Writes the value as JSON; NaN and infinity become strings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(AnyNumber(value))
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }
}

extension ConfigValue: Hashable {
  /// Whether two values are the same. Numbers compare by value, NaN equals NaN.
  public static func == (left: ConfigValue, right: ConfigValue) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.integer(let whole), .number(let number)), (.number(let number), .integer(let whole)):
      Int(exactly: number) == whole
    case (.number(let left), .number(let right)): left == right || (left.isNaN && right.isNaN)
    default: false
    }
  }

  /// Hashes so that numbers of equal value have equal hashes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value):
      if let whole = Int(exactly: value) {
        hasher.combine(whole)
      } else {
        hasher.combine(value.isNaN ? Double.nan : value)
      }
    case .string(let value): hasher.combine(value)
    case .array(let values): hasher.combine(values)
    case .object(let values): hasher.combine(values)
    }
  }
}
