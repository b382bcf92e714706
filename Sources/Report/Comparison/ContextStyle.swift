internal import Plot

/// The gray of lines that are there for context only; it is the same on light and on dark paper.
enum ContextStyle {
  static let colour = Theme.light.axis
  static let lineOpacity = 0.35
  static let lineWidth = 1.0
}
