/// Charts side by side as plain data: panels in a grid, with their plots aligned.
///
/// The panels of a column share the left and right edges of their plots, those of a row the upper and lower ones, and all
/// plots have one size. A series has one colour in all panels.
///
/// ```swift
/// let figure = Figure("LSTM against GRU", columns: 2) {
///   for metric in ["Loss", "Accuracy"] {
///     Chart(metric) {
///       LineMark(rows.filter { $0.metric == metric }, x: \.epoch, y: \.value, series: \.model)
///     }
///     .xAxis("Epoch")
///   }
/// }
/// .sharedX()
/// .panelLabels(.letters)
/// try figure.write(to: URL(filePath: "models.pdf"))
/// ```
public struct Figure: Sendable, Hashable {
  /// Which panels show the same part of an axis.
  public enum Sharing: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each panel shows its own data's part.
    case none
    /// All panels of the figure.
    case all
    /// The panels of each row.
    case rows
    /// The panels of each column.
    case columns
  }

  /// Where the names of the series stand.
  public enum LegendPlacement: String, Sendable, Hashable, Codable, CaseIterable {
    /// Once for all panels when their series agree: when one panel has all series that the others have. Otherwise in each.
    case automatic
    /// Once, under the subtitle.
    case top
    /// Once, above the caption.
    case bottom
    /// In each panel, where its chart says.
    case panels
    /// Nowhere.
    case hidden
  }

  /// What stands in bold before the panels' titles, for texts to refer to.
  public enum PanelLabels: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing.
    case none
    /// a, b, c, …, z, aa, ab, …
    case letters
    /// A, B, C, …
    case capitals
    /// 1, 2, 3, …
    case numbers
  }

  /// What the figure says, in one line of bold text.
  public var title: String?
  /// A line under the title.
  public var subtitle: String?
  /// A line under the figure, for a source or a remark.
  public var caption: String?
  /// The charts, row by row. Their theme is the figure's, and their size a share of it.
  public var panels: [Chart]
  /// How many panels stand in a row; by default as many as make the grid about square, and up to three in one row.
  public var columns: Int?
  /// What the rows of panels are, on their right; none by default, and those without one stay empty.
  public var rowTitles: [String] = []
  /// Which panels have the same horizontal domain.
  public var xSharing = Sharing.none
  /// Which panels have the same vertical domain.
  public var ySharing = Sharing.none
  /// Whether a colour stands for the same number in all panels, with one colour bar for all.
  public var sharesColor = false
  /// Where the names of the series stand, and the colour bar of shared colours.
  public var legend = LegendPlacement.automatic
  /// What stands before the panels' titles.
  public var panelLabels = PanelLabels.none
  /// The space between neighbouring panels, in points.
  public var spacingInPoints = 24.0
  /// The width of the whole figure, in points (1/72 inch); by default that of the widest chart for each column.
  public var widthInPoints: Double?
  /// The height of the whole figure, in points (1/72 inch); by default that of the highest chart for each row.
  public var heightInPoints: Double?
  /// Colours, fonts and sizes; by default the first panel's.
  public var theme: Theme?
  /// What a reader who cannot see the figure is told; by default the descriptions of the panels.
  public var alternativeText: String?

  /// A figure of the charts that the closure lists, row by row.
  public init(_ title: String? = nil, columns: Int? = nil, @PanelBuilder panels: () throws -> [Chart]) rethrows {
    self.title = title
    self.columns = columns
    self.panels = try panels()
  }
}
