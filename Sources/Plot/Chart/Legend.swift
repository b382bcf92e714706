/// Where the names of the series stand; a chart with one series or none has no legend.
public enum Legend: String, Sendable, Hashable, Codable {
  /// At the ends of up to six lines when the names take at most a fifth of the width, otherwise at the top.
  case automatic
  /// In a row under the subtitle.
  case top
  /// At the right end of each line, spread apart.
  case lineEnds
  /// Nowhere.
  case hidden
}
