public import Foundation

/// The values of one channel of a mark, read once when the mark is made.
///
/// Missing values are NaN among numbers and `nil` among categories; they leave a gap.
public enum Column: Sendable {
  /// Quantities, placed on a linear or logarithmic scale (or, for bars, one band a distinct value).
  case numbers([Double])
  /// Names, one band a distinct value in the order of first appearance.
  case categories([String?])
  /// Points in time as seconds since the start of 1970 in UTC, NaN where missing; placed on a time scale.
  case seconds([Double])

  /// Points in time; `nil` is a missing one.
  public static func dates(_ values: [Date?]) -> Column { .seconds(values.map { $0?.timeIntervalSince1970 ?? .nan }) }

  /// 0, 1, 2, ….
  static func rowNumbers(_ count: Int) -> Column { .numbers((0..<count).map(Double.init)) }

  /// How many rows the column has.
  public var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .categories(let values): values.count
    case .seconds(let values): values.count
    }
  }

  /// The numbers of a column of quantities, seconds for points in time; `nil` for names.
  var quantities: [Double]? {
    switch self {
    case .numbers(let values), .seconds(let values): values
    case .categories: nil
    }
  }

  /// Whether the column asks for a time scale.
  var isTime: Bool { if case .seconds = self { true } else { false } }
}

/// Two columns are equal when they hold the same bits: a missing number equals a missing number.
extension Column: Hashable {
  /// Whether both hold the same bits.
  public static func == (left: Column, right: Column) -> Bool {
    switch (left, right) {
    case (.numbers(let a), .numbers(let b)), (.seconds(let a), .seconds(let b)):
      a.elementsEqual(b) { $0.bitPattern == $1.bitPattern }
    case (.categories(let a), .categories(let b)): a == b
    default: false
    }
  }

  /// Feeds the bits of the values.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .numbers(let values): for value in values { hasher.combine(value.bitPattern) }
    case .seconds(let values): for value in values { hasher.combine(value.bitPattern) }
    case .categories(let values): hasher.combine(values)
    }
  }
}

/// In JSON, `{"numbers": […]}`, `{"categories": […]}` or `{"seconds": […]}`; NaN is `null`, infinities are `"Infinity"` and `"-Infinity"`.
extension Column: Codable {
  private enum CodingKeys: String, CodingKey { case numbers, categories, seconds }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if container.contains(.categories) {
      self = .categories(try container.decode([String?].self, forKey: .categories))
    } else if container.contains(.seconds) {
      self = .seconds(try container.decode([JSONNumber].self, forKey: .seconds).map(\.value))
    } else {
      self = .numbers(try container.decode([JSONNumber].self, forKey: .numbers).map(\.value))
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .categories(let values): try container.encode(values, forKey: .categories)
    case .numbers(let values): try Self.encode(values, as: .numbers, to: &container)
    case .seconds(let values): try Self.encode(values, as: .seconds, to: &container)
    }
  }

  private static func encode(
    _ values: [Double], as key: CodingKeys, to container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    if values.allSatisfy(\.isFinite) {
      try container.encode(values, forKey: key)
    } else {
      try container.encode(values.map(JSONNumber.init), forKey: key)
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
