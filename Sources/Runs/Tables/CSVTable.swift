#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A table read from a CSV file: a header and rows of text, from which columns of numbers can be taken.
///
/// The form is that of RFC 4180: commas, cells in double quotes where needed with inner quotes doubled, LF or CRLF, an
/// optional byte order mark. Empty lines are passed over.
public struct CSVTable: Hashable, Sendable {
  /// The file, as the caller named it; for messages.
  public var file: String

  /// The names of the columns.
  public var header: [String]

  /// The rows under the header, each as long as ``header``.
  public var rows: [[String]]

  /// The line in the file at which each row begins, counted from 1.
  public var lines: [Int]

  /// Reads a table from a file.
  ///
  /// - Throws: ``CSVError`` if the file cannot be read, is not UTF-8, has no rows, a ragged row or a stray quote.
  public init(reading url: URL) throws {
    self.init(file: "", header: [], rows: [], lines: [])
  }

  init(file: String, header: [String], rows: [[String]], lines: [Int]) {
    self.file = file
    self.header = header
    self.rows = rows
    self.lines = lines
  }

  /// The cells of one column from top to bottom.
  ///
  /// - Throws: ``CSVError`` if there is no such column or more than one; the message lists those there are.
  public func strings(_ column: String) throws -> [String] {
    []
  }

  /// The numbers of one column from top to bottom; NaN where a cell is empty, `NA` or `nan`, in any case.
  ///
  /// The whole cell must be a number with a decimal point; spaces around it, `inf` and `-inf` are allowed.
  ///
  /// - Throws: ``CSVError`` if there is no such column or a cell holds something else.
  public func numbers(_ column: String) throws -> [Double] {
    []
  }
}
