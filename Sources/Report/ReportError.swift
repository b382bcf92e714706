/// Why a report could not be made: the file concerned, what was found and what to do about it.
public struct ReportError: Error, Hashable, Sendable {
  /// The kind of failure, for programs that react to it.
  public var code: Code

  /// The file or folder concerned; of a request that does not fit the runs, what was asked for.
  public var path: String

  /// One or two sentences that name the finding and the remedy, without the path.
  public var message: String

  /// Creates an error about one file or folder.
  public init(_ code: Code, path: String, message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}

extension ReportError {
  /// The kind of a ``ReportError``. More kinds may be added, so a `switch` over it needs a default.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the kind.
    public let description: String

    private init(_ description: String) { self.description = description }

    /// The output folder cannot be made or written.
    public static let unwritable = Code("unwritable")
    /// What was asked for does not fit the runs: a setting, metric or baseline that none of them has.
    public static let invalidRequest = Code("invalidRequest")
    /// A document cannot be drawn.
    public static let undrawable = Code("undrawable")
    /// A template inside the program is broken: a fault of the program.
    public static let damagedTemplate = Code("damagedTemplate")
  }
}

extension ReportError: CustomStringConvertible {
  /// The path and the message, ready to be shown to a user.
  public var description: String { "\(path): \(message)" }
}
