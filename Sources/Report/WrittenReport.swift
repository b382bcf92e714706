#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The files of a report that was written.
public struct WrittenReport: Hashable, Sendable {
  /// The page; without one, the summary or the document.
  public var index: URL

  /// Every chart in every format, in the order of the page.
  public var charts: [URL]

  /// Every table as CSV, in the order of the page.
  public var tables: [URL]

  /// What could not be drawn, one sentence a chart; the page says it too.
  public var problems: [String]
}
