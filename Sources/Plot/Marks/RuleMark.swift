/// A straight line across the whole plot at one value.
public struct RuleMark: MarkContent, Sendable, Hashable, Codable {
  /// Where a vertical line stands; `nil` for a horizontal one.
  public var x: Double?
  /// Where a horizontal line lies; `nil` for a vertical one.
  public var y: Double?
  /// How the mark looks where it should differ from the theme.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .rule(self) }

  /// A vertical line.
  public init(x: Double) { self.x = x }

  /// A horizontal line.
  public init(y: Double) { self.y = y }
}
