/// Why an example could not run, in a sentence that says what to do.
public struct ExampleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
