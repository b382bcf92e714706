/// Which axes the panels of a faceted chart share.
public enum FacetScales: String, Sendable, Hashable, Codable, CaseIterable {
  /// Both: every panel shows the same part of both axes.
  case shared
  /// Only y; each panel chooses its own part of x.
  case independentX
  /// Only x; each panel chooses its own part of y.
  case independentY
  /// None.
  case independent

  var x: Figure.Sharing { self == .shared || self == .independentY ? .all : .none }
  var y: Figure.Sharing { self == .shared || self == .independentX ? .all : .none }
}
