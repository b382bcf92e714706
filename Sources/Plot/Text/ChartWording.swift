/// The words that a chart writes of itself, for pages in other languages.
package struct ChartWording: Sendable {
  /// In the middle of a plot without data.
  package var noData = "No data"
  /// Beside the colour bar of points that are counted in cells.
  package var pointsPerCell = "Points a cell"
  /// At the end of a legend without room for all entries; `{}` stands for how many are left out.
  package var moreEntries = "and {} more"

  /// In English.
  package init() {}
}
