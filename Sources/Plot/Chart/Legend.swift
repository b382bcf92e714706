/// Where the names of the series stand; a chart with one series or none has no legend. Space for it is always reserved.
///
/// The colour bar of cells stands at the same side: on the right by default where it has room, else at the top.
public enum Legend: String, Sendable, Hashable, Codable, CaseIterable {
  /// At the ends of up to six lines when the names take at most a fifth of the width, otherwise at the top.
  case automatic
  /// In a row under the subtitle.
  case top
  /// In a column on the right of the plot; at the top where there are too many names for it.
  case right
  /// In a row under the plot.
  case bottom
  /// In the corner of the plot where it covers least of the data; at the top where it would fill the plot.
  case inside
  /// At the right end of each line, spread apart; at the top where lines end elsewhere or an axis stands on the right.
  case lineEnds
  /// Nowhere.
  case hidden
}
