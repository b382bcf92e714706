/// What tells the lines, bars or points of a mark apart.
///
/// A series gets one colour in the whole chart, whichever mark it occurs in, and one entry in the legend.
public enum Series: Sendable, Hashable, Codable {
  /// All rows belong to one series of this name.
  case named(String)
  /// One series a distinct value, in the order of first appearance; `nil` rows are left out.
  case column([String?])
}

extension Series: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// All rows belong to one series of this name.
  public init(stringLiteral name: String) { self = .named(name) }
}
