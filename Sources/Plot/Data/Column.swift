/// The values of one channel of a mark, read once when the mark is made.
///
/// Missing values are NaN among numbers and `nil` among categories; they leave a gap.
public enum Column: Sendable {
  /// Quantities, placed on a linear or logarithmic scale (or, for bars, one band a distinct value).
  case numbers([Double])
  /// Names, one band a distinct value in the order of first appearance.
  case categories([String?])

  /// How many rows the column has.
  public var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .categories(let values): values.count
    }
  }
}

/// Two columns are equal when they hold the same bits: a missing number equals a missing number.
extension Column: Hashable {
  /// Whether both hold the same bits.
  public static func == (left: Column, right: Column) -> Bool {
    switch (left, right) {
    case (.numbers(let a), .numbers(let b)): a.elementsEqual(b) { $0.bitPattern == $1.bitPattern }
    case (.categories(let a), .categories(let b)): a == b
    default: false
    }
  }

  /// Feeds the bits of the values.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .numbers(let values): for value in values { hasher.combine(value.bitPattern) }
    case .categories(let values): hasher.combine(values)
    }
  }
}

/// In JSON, `{"numbers": […]}` or `{"categories": […]}`; NaN is `null`, infinities are `"Infinity"` and `"-Infinity"`.
extension Column: Codable {
  private enum CodingKeys: String, CodingKey { case numbers, categories }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if container.contains(.categories) {
      self = .categories(try container.decode([String?].self, forKey: .categories))
    } else {
      self = .numbers(try container.decode([JSONNumber].self, forKey: .numbers).map(\.value))
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .categories(let values): try container.encode(values, forKey: .categories)
    case .numbers(let values) where values.allSatisfy(\.isFinite): try container.encode(values, forKey: .numbers)
    case .numbers(let values): try container.encode(values.map(JSONNumber.init), forKey: .numbers)
    }
  }
}

/// A number that survives JSON, which has neither NaN nor infinity.
private struct JSONNumber: Codable {
  var value: Double

  init(_ value: Double) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .nan
    } else if let name = try? container.decode(String.self) {
      guard let named = ["Infinity": Double.infinity, "-Infinity": -.infinity, "NaN": .nan][name] else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "“\(name)” is no number; use null, \"Infinity\" or \"-Infinity\".")
      }
      value = named
    } else {
      value = try container.decode(Double.self)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isNaN {
      try container.encodeNil()
    } else if value.isInfinite {
      try container.encode(value > 0 ? "Infinity" : "-Infinity")
    } else {
      try container.encode(value)
    }
  }
}
