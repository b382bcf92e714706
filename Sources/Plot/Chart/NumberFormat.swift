/// How numbers are written on an axis: `.percent()`, `.si.unit("B")`, `.decimal(2).prefix("$")`, `.date(.isoDate)`.
///
/// In JSON, an object of what differs from the automatic format: `{"style": "decimal", "places": 2, "unit": "ms"}`.
public struct NumberFormat: Sendable, Hashable {
  /// The form of the digits.
  public enum Style: String, Sendable, Hashable, Codable {
    /// As few digits as tell the labels apart; 12k and 1.5M for large numbers, 3·10⁻⁴ for small ones; dates on time axes.
    case automatic
    /// Digits with a fixed count of decimals.
    case decimal
    /// A hundred times the number, with %.
    case percent
    /// A decimal prefix: k, M, G, T, and m, µ, n, p for small numbers.
    case si
    /// A factor and a power of ten.
    case exponent
    /// A point in time, from seconds since 1970 in UTC.
    case date
  }

  /// The form of points in time.
  public enum DateStyle: String, Sendable, Hashable, Codable {
    /// The date, and the time unless it is midnight: `Mar 5, 2024 10:30`.
    case automatic
    /// `2024-03-05`.
    case isoDate
    /// `2024-03-05 10:30:00`.
    case isoDateTime
    /// `10:30`.
    case time
    /// `Mar 5`.
    case monthAndDay
    /// `Mar 2024`.
    case yearAndMonth
    /// `2024`.
    case year
  }

  /// The form of the digits.
  public var style = Style.automatic
  /// How many decimals, from 0 to 12; others count as the nearer of these. `nil` for as many as tell the labels of the axis
  /// apart.
  public var places: Int?
  /// The form of points in time, for the style ``Style/date``.
  public var dateStyle = DateStyle.automatic
  /// What stands before the number, after its sign.
  public var prefix = ""
  /// What stands right after the number.
  public var suffix = ""
  /// A unit after the number and a space that does not break; decimal prefixes join it: `5 kB`.
  public var unit: String?

  /// A format of a style.
  public init(_ style: Style = .automatic, places: Int? = nil) {
    self.style = style
    self.places = places
  }

  /// Chosen from the numbers.
  public static let automatic = NumberFormat()
  /// Digits with a fixed count of decimals, at most 12; by default as many as needed.
  public static func decimal(_ places: Int? = nil) -> NumberFormat { NumberFormat(.decimal, places: places) }
  /// Percent: 0.25 becomes `25%`.
  public static func percent(_ places: Int? = nil) -> NumberFormat { NumberFormat(.percent, places: places) }
  /// Decimal prefixes: 12000 becomes `12k`.
  public static let si = NumberFormat(.si)
  /// Powers of ten: 12000 becomes `1.2·10⁴`.
  public static let exponent = NumberFormat(.exponent)
  /// Points in time.
  public static func date(_ style: DateStyle = .automatic) -> NumberFormat {
    NumberFormat(.date).with { $0.dateStyle = style }
  }

  /// The format with something before the number: `$5`.
  public func prefix(_ text: String) -> NumberFormat { with { $0.prefix = text } }
  /// The format with something right after the number: `5×`.
  public func suffix(_ text: String) -> NumberFormat { with { $0.suffix = text } }
  /// The format with a unit after the number: `5 ms`.
  public func unit(_ text: String) -> NumberFormat { with { $0.unit = text } }
}

extension NumberFormat: Codable {
  private enum CodingKeys: String, CodingKey { case style, places, dateStyle, prefix, suffix, unit }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decodeIfPresent(Style.self, forKey: .style) ?? .automatic,
      places: try container.decodeIfPresent(Int.self, forKey: .places))
    dateStyle = try container.decodeIfPresent(DateStyle.self, forKey: .dateStyle) ?? .automatic
    prefix = try container.decodeIfPresent(String.self, forKey: .prefix) ?? ""
    suffix = try container.decodeIfPresent(String.self, forKey: .suffix) ?? ""
    unit = try container.decodeIfPresent(String.self, forKey: .unit)
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(style, forKey: .style)
    try container.encodeIfPresent(places, forKey: .places)
    if style == .date { try container.encode(dateStyle, forKey: .dateStyle) }
    if !prefix.isEmpty { try container.encode(prefix, forKey: .prefix) }
    if !suffix.isEmpty { try container.encode(suffix, forKey: .suffix) }
    try container.encodeIfPresent(unit, forKey: .unit)
  }
}
