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
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(url.path)
    } catch {
      throw CSVError(.unreadable, file: url.path, message: error.onReading(url.path).message)
    }
    try self.init(bytes, file: url.path)
  }

  /// Reads a table from the bytes of a file.
  ///
  /// - Parameters:
  ///   - file: The name of the file, for messages.
  ///   - requiresRows: Whether a header alone is an error.
  package init(_ bytes: [UInt8], file: String, requiresRows: Bool = true) throws(CSVError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw CSVError(
        .notText, file: file, message: "is not text in UTF-8. Save it as UTF-8, for example with iconv -t UTF-8.")
    }
    var parser = CSVParser(bytes, file: file)
    guard let head = try parser.next() else {
      throw CSVError(.noRows, file: file, message: "is empty. A header line and at least one row are needed.")
    }
    self.file = file
    header = head.cells
    rows = []
    lines = []
    while let record = try parser.next() {
      guard record.cells.count == head.cells.count else {
        throw CSVError(
          .raggedRow, file: file, line: record.line,
          message: "this row has \(record.cells.count) cells and the header has \(head.cells.count). "
            + "Quote cells that contain a comma, and fill missing cells with NA.")
      }
      rows.append(record.cells)
      lines.append(record.line)
    }
    if requiresRows, rows.isEmpty {
      throw CSVError(.noRows, file: file, message: "has a header and no rows. At least one row is needed.")
    }
  }

  /// The cells of one column from top to bottom.
  ///
  /// - Throws: ``CSVError`` if there is no such column or more than one; the message lists those there are.
  public func strings(_ column: String) throws -> [String] {
    let index = try index(of: column)
    return rows.map { $0[index] }
  }

  /// The numbers of one column from top to bottom; NaN where a cell is empty, `NA` or `nan`, in any case.
  ///
  /// The whole cell must be a number with a decimal point; spaces around it, `inf` and `-inf` are allowed.
  ///
  /// - Throws: ``CSVError`` if there is no such column or a cell holds something else.
  public func numbers(_ column: String) throws -> [Double] {
    let index = try index(of: column)
    return try zip(rows, lines).map { row, line in
      if let number = CSVNumber.value(of: row[index]) { return number }
      throw CSVError(
        .notANumber, file: file, line: line, column: column, value: row[index],
        message: "column \"\(column)\" holds \"\(row[index])\", which is not a number. "
          + "Write numbers such as 0.5 or 1e-3, and NA where one is missing.")
    }
  }

  /// Whether every cell of a column is a number or missing, so that ``numbers(_:)`` succeeds.
  ///
  /// - Throws: ``CSVError`` if there is no such column or more than one.
  public func isNumeric(_ column: String) throws -> Bool {
    let index = try index(of: column)
    return rows.allSatisfy { CSVNumber.value(of: $0[index]) != nil }
  }

  private func index(of column: String) throws -> Int {
    let matches = header.indices.filter { header[$0] == column }
    if matches.count == 1 { return matches[0] }
    if matches.isEmpty {
      let names = header.map { "\"\($0)\"" }.joined(separator: ", ")
      throw CSVError(
        .missingColumn, file: file, column: column,
        message: "has no column \"\(column)\". Its columns are \(names).")
    }
    throw CSVError(
      .duplicateColumn, file: file, line: 1, column: column,
      message: "has \(matches.count) columns named \"\(column)\". Give each a name of its own.")
  }
}
