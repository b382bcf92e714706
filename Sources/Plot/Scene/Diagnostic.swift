/// Something odd about a chart that did not keep it from being drawn: values that could not be shown, missing glyphs.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
  /// A sentence for a person.
  public let message: String

  /// The message.
  public var description: String { message }

  init(_ message: String) { self.message = message }
}
