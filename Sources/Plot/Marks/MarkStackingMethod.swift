/// How the values of several series at one place are put together.
public enum MarkStackingMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// On top of each other, positive values upwards from 0 and negative ones downwards.
  case standard
  /// The same as shares of the whole, from 0 to 1.
  case normalized
  /// Each from 0, one in front of the other.
  case unstacked
}
