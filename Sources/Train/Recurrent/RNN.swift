/// Runs a cell over the time axis, step by step on the tape: any cell, your own or one of the library's.
///
/// Input (batch, time, features), and optionally one initial state (batch, size) for each of the cell's states. Output
/// (batch, size), the last step's, or (batch, time, size) with `returnSequences`; with `returnState` the last states
/// follow as further outputs. The layers ``LSTM``, ``GRU`` and ``SimpleRNN`` compute the same for their cells, faster.
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

  /// One, or with `returnState` as many more as an LSTM has states; see ``outputs(of:)``.
  public var outputCount: Int { returnState ? 1 + stateCount : 1 }

  private let stateCount: Int

  /// Creates the settings.
  ///
  /// - Parameter stateCount: The number of the cell's states, needed for `returnState` only.
  public init(
    _ cell: Cell, returnSequences: Bool = false, returnState: Bool = false, goBackwards: Bool = false,
    stateCount: Int = 1, name: String? = nil
  ) {
    self.cell = cell
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
    self.stateCount = stateCount
    self.name = name
  }

  /// Creates the cell's parameters under `<layer>/<cell>/…`.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.require(rank: 2, of: inputShapes[0], expected: "(batch, time, features)")
    let built = try builder.cell(cell, features: builder.features(of: inputShapes[0]))
    guard inputShapes.count == 1 || inputShapes.count == 1 + built.stateSizes.count else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) reads a sequence and none or \(built.stateSizes.count) initial states; it was given "
          + "\(inputShapes.count) inputs.")
    }
    let outputShape: [Int?] = returnSequences ? [inputShapes[0][0], built.outputSize] : [built.outputSize]
    let stateShapes = returnState ? built.stateSizes.map { [$0 as Int?] } : []
    let unrolled = UnrolledRecurrence(
      cell: built, returnSequences: returnSequences, returnState: returnState, goBackwards: goBackwards)
    var layer = BuiltLayer(outputShapes: [outputShape] + stateShapes, forward: unrolled.forward)
    layer.passesMask = false
    return layer
  }
}
