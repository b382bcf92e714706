/// How one axis is drawn; what is left out is chosen from the data.
public struct AxisSpec: Sendable, Hashable {
  /// How values become places.
  public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    /// Bands for bars and names, time for dates, linear for numbers.
    case automatic
    /// Equal steps are equal distances.
    case linear
    /// Equal factors are equal distances; values that are not positive cannot be shown and are counted as missing.
    case log
    /// Linear around 0 and logarithmic on both sides from ``AxisSpec/threshold`` on, so that it shows 0 and negative values.
    case symlog
    /// Distances grow with the square root, on both sides of 0.
    case squareRoot
    /// Seconds since the start of 1970 in UTC, with ticks where hours, days, months or years begin.
    case time
    /// One band for each distinct value.
    case band
    /// One place for each distinct value, the first and the last half a distance from the ends, or by ``AxisSpec/padding``.
    case point
  }

  /// What the axis shows, with its unit; above the axis on the left for y, below it for x.
  public var title: String?
  /// How values become places.
  public var scale = Scale.automatic
  /// The first and last value shown; by default the data's, made round on y.
  public var domain: ClosedRange<Double>?
  /// Whether 0 is in view; by default for bars only.
  public var includesZero: Bool?
  /// The side that labels and title are on; by default below the plot for x and on its left for y.
  public var position: AxisPosition?
  /// Whether lines cross the plot at the labels; by default those of the axis that shows the quantity, never along names.
  public var showsGrid: Bool?
  /// Whether high values are on the left or at the bottom.
  public var isReversed = false
  /// Room before the first and after the last value, as a share of the axis' length; with a padding, the domain is not made
  /// round. On point scales, in distances between two places. Band scales have none.
  public var padding: Double?
  /// Where the labelled ticks are; by default chosen from the domain. Values outside the domain are left out.
  public var values: [Double]?
  /// How the labels are written.
  public var format = NumberFormat.automatic
  /// Where a symlog scale turns from linear to logarithmic; by default about a thousandth of the largest magnitude.
  public var threshold: Double?
  /// What the clock shows beyond UTC on time scales, in hours: 9 for Seoul. Never the machine's time zone; 0 by default.
  public var utcOffsetInHours = 0.0

  /// An axis with everything chosen from the data.
  public init(
    title: String? = nil, scale: Scale = .automatic, domain: ClosedRange<Double>? = nil, includesZero: Bool? = nil,
    isReversed: Bool = false, padding: Double? = nil, values: [Double]? = nil, format: NumberFormat = .automatic,
    threshold: Double? = nil, utcOffsetInHours: Double = 0, position: AxisPosition? = nil, showsGrid: Bool? = nil
  ) {
    self.title = title
    self.scale = scale
    self.domain = domain
    self.includesZero = includesZero
    self.isReversed = isReversed
    self.padding = padding
    self.values = values
    self.format = format
    self.threshold = threshold
    self.utcOffsetInHours = utcOffsetInHours
    self.position = position
    self.showsGrid = showsGrid
  }
}

/// In JSON, an object of what differs from an automatic axis.
extension AxisSpec: Codable {
  private enum CodingKeys: String, CodingKey {
    case title, scale, domain, includesZero, isReversed, padding, values, format, threshold, utcOffsetInHours
    case position, showsGrid
  }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try container.decodeIfPresent(String.self, forKey: .title),
      scale: try container.decodeIfPresent(Scale.self, forKey: .scale) ?? .automatic,
      domain: try container.decodeIfPresent(ClosedRange<Double>.self, forKey: .domain),
      includesZero: try container.decodeIfPresent(Bool.self, forKey: .includesZero),
      isReversed: try container.decodeIfPresent(Bool.self, forKey: .isReversed) ?? false,
      padding: try container.decodeIfPresent(Double.self, forKey: .padding),
      values: try container.decodeIfPresent([Double].self, forKey: .values),
      format: try container.decodeIfPresent(NumberFormat.self, forKey: .format) ?? .automatic,
      threshold: try container.decodeIfPresent(Double.self, forKey: .threshold),
      utcOffsetInHours: try container.decodeIfPresent(Double.self, forKey: .utcOffsetInHours) ?? 0,
      position: try container.decodeIfPresent(AxisPosition.self, forKey: .position),
      showsGrid: try container.decodeIfPresent(Bool.self, forKey: .showsGrid))
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(title, forKey: .title)
    if scale != .automatic { try container.encode(scale, forKey: .scale) }
    try container.encodeIfPresent(domain, forKey: .domain)
    try container.encodeIfPresent(includesZero, forKey: .includesZero)
    if isReversed { try container.encode(true, forKey: .isReversed) }
    try container.encodeIfPresent(padding, forKey: .padding)
    try container.encodeIfPresent(values, forKey: .values)
    if format != .automatic { try container.encode(format, forKey: .format) }
    try container.encodeIfPresent(threshold, forKey: .threshold)
    try container.encodeIfPresent(position, forKey: .position)
    try container.encodeIfPresent(showsGrid, forKey: .showsGrid)
    if utcOffsetInHours != 0 { try container.encode(utcOffsetInHours, forKey: .utcOffsetInHours) }
  }
}
