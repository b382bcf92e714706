/// An error in the description of a chart, or in writing it: which mark, file or value, and what to do.
public struct PlotError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of thing went wrong; new kinds may be added.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The code's name, as it is printed.
    public let description: String

    package init(_ description: String) { self.description = description }

    /// Two columns of one mark have different lengths.
    public static let unequalColumns = Code("unequal columns")
    /// A column holds something that its scale cannot show, such as words on a logarithmic axis.
    public static let unsuitableColumn = Code("unsuitable column")
    /// A size, scale factor or domain is not a usable number.
    public static let invalidGeometry = Code("invalid geometry")
    /// No font of the requested families is installed.
    public static let missingFont = Code("missing font")
    /// The file ending names no format that can be written.
    public static let unknownFormat = Code("unknown format")
    /// The file could not be written.
    public static let unwritableFile = Code("unwritable file")
    /// The drawing library reported a failure.
    public static let drawingFailed = Code("drawing failed")
  }

  /// What kind of thing went wrong.
  public let code: Code
  /// One or two sentences for a person: what was found, where, and what to do.
  public let message: String

  /// The message.
  public var description: String { message }

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
