internal import Foundation

/// Turns numbers into colours: sequential from the low end of a domain to its high end, or diverging around a midpoint.
///
/// ```swift
/// let scale = ColorScale(.blueOrange, domain: -2...8, midpoint: 0)
/// scale.color(for: 0)  // the middle of the scheme
/// ```
public struct ColorScale: Sendable, Hashable {
  /// The colours from low to high.
  public var scheme: ColorScheme
  /// The values that get the first and the last colour; values outside get those too.
  public var domain: ClosedRange<Double>
  /// The value that gets the middle colour; the further end of the domain gets its end colour, and equal distances on both
  /// sides get equally strong colours. `nil` for a sequential scale.
  public var midpoint: Double?
  /// Whether high values get the scheme's first colours.
  public var isReversed: Bool
  /// Whether equal factors are equal steps of colour; needs a positive domain and no midpoint.
  public var isLogarithmic = false
  /// What is no number.
  public var missing: Color

  /// A scale over a domain; the color of missing values is a middle gray by default.
  public init(
    _ scheme: ColorScheme, domain: ClosedRange<Double>, midpoint: Double? = nil, isReversed: Bool = false,
    isLogarithmic: Bool = false, missing: Color = Color(0x9A9A9A)
  ) {
    self.scheme = scheme
    self.domain = domain
    self.midpoint = midpoint
    self.isReversed = isReversed
    self.isLogarithmic = isLogarithmic
    self.missing = missing
  }

  /// The colour of a value; infinities get the end colours.
  public func color(for value: Double) -> Color {
    guard let fraction = fraction(of: value) else { return missing }
    return scheme.color(at: isReversed ? 1 - fraction : fraction)
  }

  /// The place of a value in the scheme, from 0 to 1, before it is reversed; `nil` for what is no number.
  public func fraction(of value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    var (low, high) = ends
    var value = value
    if usesLogarithm { (low, high, value) = (log(low), log(high), value > 0 ? log(value) : -.infinity) }
    if value <= low && value < high { return 0 }
    if value >= high && value > low { return 1 }
    // Halves keep the difference of huge values from overflowing.
    let extent = high / 2 - low / 2
    return extent > 0 && extent.isFinite ? (value / 2 - low / 2) / extent : 0.5
  }

  var usesLogarithm: Bool { isLogarithmic && midpoint == nil && domain.lowerBound > 0 }

  /// The value at a fraction of the way through the domain.
  func value(at fraction: Double) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    if usesLogarithm { return exp(log(low) + fraction * (log(high) - log(low))) }
    // Halves keep the difference of huge values from overflowing.
    return 2 * (low / 2 * (1 - fraction) + high / 2 * fraction)
  }

  /// The values of the first and the last colour: for a midpoint, equally far on both sides.
  private var ends: (low: Double, high: Double) {
    guard let midpoint, midpoint.isFinite else { return (domain.lowerBound, domain.upperBound) }
    let reach = max(abs(domain.lowerBound - midpoint), abs(domain.upperBound - midpoint))
    let largest = Double.greatestFiniteMagnitude
    return (max(midpoint - reach, -largest), min(midpoint + reach, largest))
  }
}

/// In JSON, an object of its properties; those that later versions added may be missing.
extension ColorScale: Codable {
  private enum CodingKeys: String, CodingKey { case scheme, domain, midpoint, isReversed, isLogarithmic, missing }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(ColorScheme.self, forKey: .scheme),
      domain: try container.decode(ClosedRange<Double>.self, forKey: .domain),
      midpoint: try container.decodeIfPresent(Double.self, forKey: .midpoint),
      isReversed: try container.decodeIfPresent(Bool.self, forKey: .isReversed) ?? false,
      isLogarithmic: try container.decodeIfPresent(Bool.self, forKey: .isLogarithmic) ?? false)
    if let missing = try container.decodeIfPresent(Color.self, forKey: .missing) { self.missing = missing }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scheme, forKey: .scheme)
    try container.encode(domain, forKey: .domain)
    try container.encodeIfPresent(midpoint, forKey: .midpoint)
    try container.encode(isReversed, forKey: .isReversed)
    if isLogarithmic { try container.encode(true, forKey: .isLogarithmic) }
    try container.encode(missing, forKey: .missing)
  }
}
