/// A logged table on disk, `tables/<slug>.csv`. Its caption and its place in the order are in `run.json`.
enum TableFile {
  static let folder = "tables"

  static func name(slug: String) -> String { "\(slug).csv" }
}
