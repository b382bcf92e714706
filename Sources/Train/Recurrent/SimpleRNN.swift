/// A plain recurrent network (Elman 1990) over the time axis.
///
/// Input (batch, time, features), and optionally a state of (batch, units) to begin with, zero unless given. Output
/// (batch, units), the last step's, or (batch, time, units) with `returnSequences`; with `returnState` the last states
/// follow as further outputs. Steps that the input's mask leaves out keep the state and repeat the output before. The
/// parameters are those of ``SimpleRNNCell``.
public struct SimpleRNN: Layer {
  /// What is done at each step.
  public var cell: SimpleRNNCell
  /// Whether every step's output is returned; only the last one's unless told.
  public var returnSequences: Bool
  /// Whether the last states are further outputs; not unless told.
  public var returnState: Bool
  /// Whether time runs from the last step to the first; outputs come in the order computed. Not unless told.
  public var goBackwards: Bool
  /// The layer's own name, or nil for `simple_rnn`, `simple_rnn_1`, ….
  public var name: String?

  /// One, and the states with `returnState`.
  public var outputCount: Int { returnState ? 1 + cell.stateCount : 1 }

  /// Creates the settings, with Keras' defaults.
  ///
  /// - Parameters:
  ///   - units: The size of the state and of the output; at least 1.
  ///   - activation: Applied to the next state.
  ///   - usesBias: Whether an offset is added.
  ///   - returnSequences: Whether every step's output is returned, or the last one's.
  ///   - returnState: Whether the last states are further outputs.
  ///   - goBackwards: Whether time runs from the last step to the first.
  ///   - dropout: The part of the input's features that training drops, in 0 ..< 1.
  ///   - recurrentDropout: The part of the state's units that training does not feed back, in 0 ..< 1.
  ///   - kernelInitializer: How the input weights start.
  ///   - recurrentInitializer: How the state weights start.
  ///   - biasInitializer: How the offsets start.
  ///   - kernelRegularizer: What is added to the loss for the input weights.
  ///   - recurrentRegularizer: What is added to the loss for the state weights.
  ///   - biasRegularizer: What is added to the loss for the offsets.
  ///   - name: The layer's own name.
  public init(
    _ units: Int, activation: Activation = .tanh, usesBias: Bool = true, returnSequences: Bool = false,
    returnState: Bool = false, goBackwards: Bool = false, dropout: Float = 0, recurrentDropout: Float = 0,
    kernelInitializer: Initializer = .glorotUniform, recurrentInitializer: Initializer = .orthogonal,
    biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
    recurrentRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, name: String? = nil
  ) {
    cell = SimpleRNNCell(
      units, activation: activation, usesBias: usesBias, dropout: dropout, recurrentDropout: recurrentDropout,
      kernelInitializer: kernelInitializer, recurrentInitializer: recurrentInitializer,
      biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
      recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer)
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
    self.name = name
  }

  /// Creates the weights.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try RecurrentLayer(
      cell: cell, returnSequences: returnSequences, returnState: returnState, goBackwards: goBackwards
    ).build(inputShapes: inputShapes, with: &builder)
  }
}
