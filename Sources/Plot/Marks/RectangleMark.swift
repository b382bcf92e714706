/// A shaded range: between two values of x, of y, or of both. A side left out reaches to the edge of the plot.
public struct RectangleMark: MarkContent, Sendable, Hashable, Codable {
  /// The range of x; `nil` for the whole width.
  public var x: ClosedRange<Double>?
  /// The range of y; `nil` for the whole height.
  public var y: ClosedRange<Double>?
  /// How the mark looks where it should differ from the theme; a light gray by default.
  public var style = MarkStyle()

  /// The mark as a layer.
  public var mark: Mark { .rectangle(self) }

  /// A range of x, of y, or of both.
  public init(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    self.x = x
    self.y = y
  }
}
