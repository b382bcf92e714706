/// One layer of a chart: a mark and its data.
public enum Mark: Sendable, Hashable {
  /// Points joined in the order of their rows.
  case line(LineMark)
  /// Bars, grouped side by side where there are several series.
  case bar(BarMark)
  /// Dots.
  case point(PointMark)
  /// Straight lines across the plot.
  case rule(RuleMark)
}

/// What can stand in a chart's builder: a mark with a style.
public protocol MarkContent {
  /// How the mark looks where it should differ from the theme.
  var style: MarkStyle { get set }
  /// The mark as a layer.
  var mark: Mark { get }
}

extension MarkContent {
  /// The mark in one colour, whatever its series.
  public func foregroundStyle(_ color: Color) -> Self { with { $0.color = color } }
  /// The width of lines, in points.
  public func lineWidth(_ points: Double) -> Self { with { $0.lineWidth = points } }
  /// Dashes and gaps in turn, in points; an empty list is a solid line.
  public func dash(_ points: [Double]) -> Self { with { $0.dash = points } }
  /// From 0, not to be seen, to 1.
  public func opacity(_ value: Double) -> Self { with { $0.opacity = value } }
  /// A short text beside the mark.
  public func annotation(_ text: String) -> Self { with { $0.annotation = text } }

  private func with(_ change: (inout MarkStyle) -> Void) -> Self {
    var copy = self
    change(&copy.style)
    return copy
  }
}

/// How a mark looks where it should differ from the theme; `nil` leaves it to the theme.
public struct MarkStyle: Sendable, Hashable, Codable {
  /// The colour of lines and fills; by default that of the series.
  public var color: Color?
  /// The width of lines, in points.
  public var lineWidth: Double?
  /// Dashes and gaps in turn, in points.
  public var dash: [Double]?
  /// From 0, not to be seen, to 1.
  public var opacity: Double?
  /// The radius of points, in points.
  public var radius: Double?
  /// A short text beside the mark.
  public var annotation: String?

  /// Everything as in the theme.
  public init() {}
}

/// In JSON each layer is the mark's own object with its kind in `mark`.
extension Mark: Codable {
  private enum CodingKeys: String, CodingKey { case mark }
  private enum Kind: String, Codable { case line, bar, point, rule }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let kind = try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .mark)
    switch kind {
    case .line: self = .line(try LineMark(from: decoder))
    case .bar: self = .bar(try BarMark(from: decoder))
    case .point: self = .point(try PointMark(from: decoder))
    case .rule: self = .rule(try RuleMark(from: decoder))
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .line(let mark):
      try container.encode(Kind.line, forKey: .mark)
      try mark.encode(to: encoder)
    case .bar(let mark):
      try container.encode(Kind.bar, forKey: .mark)
      try mark.encode(to: encoder)
    case .point(let mark):
      try container.encode(Kind.point, forKey: .mark)
      try mark.encode(to: encoder)
    case .rule(let mark):
      try container.encode(Kind.rule, forKey: .mark)
      try mark.encode(to: encoder)
    }
  }
}
