/// Why a table could not be read: file, line, column and value, and what to do.
public struct CSVError: Error, Hashable, Sendable {
  /// The kind of failure, for programs that react to it.
  public var code: Code

  /// The file, as the caller named it.
  public var file: String

  /// The line in the file, counted from 1; `nil` where it is the table as a whole.
  public var line: Int?

  /// The name of the column concerned, if it is one column.
  public var column: String?

  /// The text of the cell concerned, if it is one cell.
  public var value: String?

  /// One or two sentences that name the finding and the remedy, without file and line.
  public var message: String

  init(
    _ code: Code, file: String, line: Int? = nil, column: String? = nil, value: String? = nil, message: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.message = message
  }
}

extension CSVError {
  /// The kind of a ``CSVError``. More kinds may be added, so a `switch` over it needs a default.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the kind.
    public let description: String

    private init(_ description: String) { self.description = description }

    /// The file is missing, is a folder or cannot be read.
    public static let unreadable = Code("unreadable")
    /// The bytes are not UTF-8.
    public static let notText = Code("notText")
    /// There is no column of the wanted name.
    public static let missingColumn = Code("missingColumn")
    /// Two columns have one name.
    public static let duplicateColumn = Code("duplicateColumn")
    /// A cell of a number column holds something else.
    public static let notANumber = Code("notANumber")
    /// There is no row under the header, or not even a header.
    public static let noRows = Code("noRows")
    /// A row has more or fewer cells than the header.
    public static let raggedRow = Code("raggedRow")
    /// A quoted cell is not closed, or text follows its closing quote.
    public static let strayQuote = Code("strayQuote")
  }
}

extension CSVError: CustomStringConvertible {
  /// File, line and message, ready to be shown to a user.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + ": " + message
  }
}
