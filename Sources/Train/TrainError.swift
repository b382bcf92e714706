/// What a model, a data set or a checkpoint did not accept: what was expected, what was given and what to do.
public struct TrainError: Error, Hashable, Sendable {
  /// The kind of failure, for programs that react to it.
  public var code: Code

  /// One or two sentences that name the expected and the given value and the remedy.
  public var message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension TrainError {
  /// The kind of a ``TrainError``. More kinds may be added, so a `switch` over it needs a default.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the kind.
    public let description: String

    private init(_ description: String) { self.description = description }

    /// The shape of a tensor does not fit the layer, the target or the number of values.
    public static let shapeMismatch = Code("shapeMismatch")
    /// A data set without samples, or a series too short for one window.
    public static let emptyData = Code("emptyData")
    /// NaN or infinity in data.
    public static let notFinite = Code("notFinite")
    /// A file that cannot be written.
    public static let unwritable = Code("unwritable")
    /// A value that a layer does not know, such as an id outside the vocabulary.
    public static let invalidValue = Code("invalidValue")
    /// A setting outside its range: zero epochs, a learning rate of 0 or NaN.
    public static let invalidSetting = Code("invalidSetting")
    /// The model was not compiled before `fit` or `evaluate`.
    public static let notCompiled = Code("notCompiled")
    /// The model's input shape is not known yet.
    public static let notBuilt = Code("notBuilt")
    /// A weights file cannot be read, is malformed or belongs to another model.
    public static let checkpoint = Code("checkpoint")
    /// A data file or archive cannot be read, is malformed or cut, or is larger than its limits allow.
    public static let dataFile = Code("dataFile")
  }
}

extension TrainError: CustomStringConvertible {
  /// The message, ready to be shown to a user.
  public var description: String { message }
}
