/// How one axis is drawn; what is left out is chosen from the data.
public struct AxisSpec: Sendable, Hashable, Codable {
  /// How values become places.
  public enum Scale: String, Sendable, Hashable, Codable {
    /// Bands for bars and names, linear for numbers.
    case automatic
    /// Equal steps are equal distances.
    case linear
    /// Equal factors are equal distances; values that are not positive cannot be shown and are counted as missing.
    case log
    /// One band for each distinct value.
    case band
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

  /// An axis with everything chosen from the data.
  public init(
    title: String? = nil, scale: Scale = .automatic, domain: ClosedRange<Double>? = nil, includesZero: Bool? = nil
  ) {
    self.title = title
    self.scale = scale
    self.domain = domain
    self.includesZero = includesZero
  }
}
