internal import Train

/// What a model reads its sequences with.
public enum Cell: String, Sendable, CaseIterable {
  /// A plain recurrent cell.
  case simple
  /// Long short-term memory.
  case lstm
  /// A gated recurrent unit.
  case gru
  /// No recurrence: the window is flattened and read at once.
  case dense
  /// A cell defined outside the library, ``LNSimpleRNNCell``.
  case custom

  /// The cells that read a window of fixed length.
  static let ofWindows: [Cell] = [.simple, .lstm, .gru, .dense]

  /// `simple, lstm or gru`.
  public static func list(_ cells: [Cell]) -> String {
    let names = cells.map(\.rawValue)
    return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// The layers that turn a window (batch, time, features) into a vector (batch, units).
  func windowLayers(units: Int) -> [any Layer] {
    self == .dense ? [Flatten(), Dense(units, activation: .relu)] : [layer(units: units)]
  }

  /// A recurrent layer; `dense` has none and is taken as `simple`.
  func layer(
    units: Int, returnSequences: Bool = false, dropout: Double = 0, recurrentDropout: Double = 0
  ) -> any Layer {
    let (input, state) = (Float(dropout), Float(recurrentDropout))
    return switch self {
    case .simple, .dense:
      SimpleRNN(units, returnSequences: returnSequences, dropout: input, recurrentDropout: state)
    case .lstm: LSTM(units, returnSequences: returnSequences, dropout: input, recurrentDropout: state)
    case .gru: GRU(units, returnSequences: returnSequences, dropout: input, recurrentDropout: state)
    case .custom: RNN(LNSimpleRNNCell(units: units), returnSequences: returnSequences)
    }
  }
}
