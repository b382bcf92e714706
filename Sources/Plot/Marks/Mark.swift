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
  /// The space between a line and 0.
  case area(AreaMark)
  /// The space between two lines.
  case band(BandMark)
  /// Shaded ranges.
  case rectangle(RectangleMark)
  /// Words at places.
  case text(TextMark)
  /// Short strokes at the edge, one a value.
  case rug(RugMark)
  /// How often values occur, as bars over bins.
  case histogram(HistogramMark)
  /// How values are distributed, as a smooth curve.
  case density(DensityMark)
  /// Quartiles, whiskers and outliers of groups.
  case box(BoxMark)
  /// Cells coloured by value.
  case heatmap(HeatmapMark)
}

/// What can stand in a chart's builder: a mark with a style.
public protocol MarkContent: Sendable {
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
  /// Numbers that the colours stand for, in place of ``color``.
  public var colorBy: ColorChannel?

  /// Everything as in the theme.
  public init() {}
}

/// In JSON each layer is the mark's own object with its kind in `mark`.
extension Mark: Codable {
  private enum CodingKeys: String, CodingKey { case mark }
  private static let types: [String: any LoweredMark.Type] = [
    "line": LineMark.self, "bar": BarMark.self, "point": PointMark.self, "rule": RuleMark.self, "area": AreaMark.self,
    "band": BandMark.self, "rectangle": RectangleMark.self, "text": TextMark.self, "rug": RugMark.self,
    "histogram": HistogramMark.self, "density": DensityMark.self, "box": BoxMark.self, "heatmap": HeatmapMark.self,
  ]

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(String.self, forKey: .mark)
    guard let type = Self.types[kind] else {
      throw DecodingError.dataCorruptedError(
        forKey: .mark, in: container,
        debugDescription: "There is no mark “\(kind)”; there are \(Self.types.keys.sorted().joined(separator: ", ")).")
    }
    self = try type.init(from: decoder).mark
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let content = lowered
    guard let kind = Self.types.first(where: { $0.value == type(of: content) })?.key else {
      preconditionFailure("Every kind of mark has a name in JSON.")
    }
    try container.encode(kind, forKey: .mark)
    try content.encode(to: encoder)
  }
}
