/// What a report is written as.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// One interactive page, `index.html`, with charts and tables beside it.
  case html
  /// The same report paginated, `report.pdf`.
  case pdf
  /// A summary with pictures, `report.md`.
  case markdown
}
