/// Runs a cell over the time axis, step by step on the tape: any cell, your own or one of the library's.
///
/// Input (batch, time, features), and optionally one initial state (batch, size) for each of the cell's states, zero
/// unless given. Output (batch, size), the last step's, or (batch, time, size) with `returnSequences`; with `returnState`
/// the last states follow as further outputs. Steps that the input's mask leaves out keep the state and repeat the output
/// before. The layers ``LSTM``, ``GRU`` and ``SimpleRNN`` compute the same for their cells, faster.
public struct RNN<Cell: RecurrentCell>: Layer {
  /// What is done at each step.
  public var cell: Cell
  /// Whether every step's output is returned; only the last one's unless told.
  public var returnSequences: Bool
  /// Whether the last states are further outputs; not unless told.
  public var returnState: Bool
  /// Whether time runs from the last step to the first; outputs come in the order computed. Not unless told.
  public var goBackwards: Bool
  /// The layer's own name, or nil for `rnn`, `rnn_1`, ….
  public var name: String?

  /// `RNN`.
  public var kind: String { "RNN" }

  /// One, and the states with `returnState`.
  public var outputCount: Int { returnState ? 1 + cell.stateCount : 1 }

  /// Creates the settings, with Keras' defaults.
  public init(
    _ cell: Cell, returnSequences: Bool = false, returnState: Bool = false, goBackwards: Bool = false,
    name: String? = nil
  ) {
    self.cell = cell
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
    self.name = name
  }

  /// Creates the cell's parameters under `<layer>/<cell>/…`.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.require(rank: 2, of: inputShapes[0], expected: "(batch, time, features)")
    let built = try builder.cell(cell, features: builder.features(of: inputShapes[0]))
    guard built.stateSizes.count == cell.stateCount else {
      throw TrainError(
        .invalidSetting,
        "The cell of the layer \(builder.layerName) has a stateCount of \(cell.stateCount) and was built with "
          + "\(built.stateSizes.count) states. Make its stateCount \(built.stateSizes.count).")
    }
    try builder.requireStates(Array(inputShapes.dropFirst()), sizes: built.stateSizes)
    let shapes = RecurrentShapes(
      sequence: inputShapes[0], outputSize: built.outputSize, stateSizes: built.stateSizes,
      returnSequences: returnSequences, returnState: returnState)
    let unrolled = UnrolledRecurrence(
      cell: built, returnSequences: returnSequences, returnState: returnState, goBackwards: goBackwards,
      layer: builder.layerName)
    var layer = BuiltLayer(outputShapes: shapes.outputs) { inputs in
      try UnrolledRecurrence.check(inputs, layer: unrolled.layer)
      return try unrolled.forward(inputs)
    }
    layer.passesMask = false
    return layer
  }
}
