/// Where the files of a report are, below its folder.
enum ReportFiles {
  /// The page itself.
  static let index = "index.html"

  /// A chart in one format, as a path and as a link: slugs need no escaping.
  static func path(ofChart slug: String, _ format: ChartDrawing.Format) -> String {
    "charts/\(slug).\(format.rawValue)"
  }

  /// A table as CSV.
  static func path(ofTable slug: String) -> String { "tables/\(slug).csv" }
}
