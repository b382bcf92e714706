/// How a line or the edge of an area runs from one row to the next.
public enum InterpolationMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// Straight.
  case linear
  /// A smooth curve that never overshoots: it rises and falls only where the data do (Fritsch and Carlson, 1980).
  case monotone
  /// Level at the new value from the old place on.
  case stepStart
  /// Level, changing halfway between two places.
  case stepCenter
  /// Level at the old value up to the new place.
  case stepEnd
}
