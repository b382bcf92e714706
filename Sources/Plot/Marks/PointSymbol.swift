/// The shape of a dot.
public enum PointSymbol: String, Sendable, Hashable, Codable, CaseIterable {
  /// A disc.
  case circle
  /// A square on its side.
  case square
  /// A triangle on its base.
  case triangle
  /// A square on its corner.
  case diamond
  /// A plus sign.
  case plus
  /// A diagonal cross.
  case cross
}
