/// A table that a program logged, as text cells.
public struct LoggedTable: Hashable, Sendable {
  /// The name of the table, safe in a file name: `predictions`.
  public var slug: String

  /// What the table shows, in a sentence; may be empty.
  public var caption: String

  /// The names of the columns.
  public var header: [String]

  /// The rows, each as long as ``header``. Numbers are text in the shortest form that reads back the same.
  public var rows: [[String]]

  /// Creates a table.
  public init(slug: String, caption: String, header: [String], rows: [[String]]) {
    self.slug = slug
    self.caption = caption
    self.header = header
    self.rows = rows
  }
}
