/// The side of the plot that an axis has its labels on.
public enum AxisPosition: String, Sendable, Hashable, Codable {
  /// Below the plot; for x.
  case bottom
  /// Above the plot; for x.
  case top
  /// On the left of the plot; for y.
  case leading
  /// On the right of the plot; for y.
  case trailing
}
