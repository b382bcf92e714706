public import Train

/// What a model of sequences reads its window with.
public enum Cell: String, Sendable, CaseIterable {
  /// Long short-term memory.
  case lstm
  /// A plain recurrent cell.
  case simple
  /// A gated recurrent unit.
  case gru
  /// No recurrence: the window is flattened and read at once.
  case dense

  /// The layers that turn a window of shape (batch, time, features) into a vector of shape (batch, units).
  ///
  /// - Throws: ``ExampleError`` for cells that this version does not have.
  public func layers(units: Int) throws -> [any Layer] {
    switch self {
    case .lstm: [LSTM(units)]
    case .dense: [Flatten(), Dense(units, activation: .relu)]
    case .simple, .gru:
      throw ExampleError("The cell “\(rawValue)” comes with a later version; use --cell lstm or --cell dense.")
    }
  }
}

/// Why an example could not run, in a sentence that says what to do.
public struct ExampleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
