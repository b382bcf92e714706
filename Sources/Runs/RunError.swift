/// What went wrong with a run folder: where, what was found there, and what to do about it.
public struct RunError: Error, Hashable, Sendable {
  /// The kind of failure, for programs that react to it.
  public var code: Code

  /// The file or folder concerned, as given by the caller or as found below the run folder.
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

extension RunError {
  /// The kind of a ``RunError``. More kinds may be added, so a `switch` over it needs a default.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the kind.
    public let description: String

    private init(_ description: String) { self.description = description }

    /// A run folder to be created exists already; it is never overwritten.
    public static let alreadyExists = Code("alreadyExists")
    /// A folder or file to be read does not exist.
    public static let notFound = Code("notFound")
    /// There is a file where a folder is needed, or the other way round.
    public static let wrongKind = Code("wrongKind")
    /// The folder exists and holds nothing that is a run.
    public static let notARun = Code("notARun")
    /// The operating system refused to read.
    public static let unreadable = Code("unreadable")
    /// The operating system refused to write: no space, no permission, or another fault of the disk.
    public static let unwritable = Code("unwritable")
    /// Another writer holds the run folder.
    public static let locked = Code("locked")
    /// The writer was finished before.
    public static let finished = Code("finished")
    /// A value cannot be stored as asked: columns of different lengths, a chart spec that cannot be encoded.
    public static let invalidValue = Code("invalidValue")
    /// A file's content is not what its name promises.
    public static let malformed = Code("malformed")
  }
}

extension RunError: CustomStringConvertible {
  /// The path and the message, ready to be shown to a user.
  public var description: String { "\(path): \(message)" }
}
