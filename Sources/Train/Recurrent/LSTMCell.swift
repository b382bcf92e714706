/// The cell of long short-term memory (Hochreiter & Schmidhuber 1997) with a forget gate (Gers et al. 2000), gates in Keras'
/// order i, f, g, o: c' = f · c + i · g, h' = o · activation(c').
///
/// Input (batch, features), states h and c and output (batch, units). Parameters: `kernel` (features, 4 · units),
/// `recurrent_kernel` (units, 4 · units), `bias` (4 · units), zero at first with 1 for the forget gate.
public struct LSTMCell: RecurrentCell, BuiltInCell {
  /// The size of the state and of the output.
  public var units: Int
  /// Applied to the candidate; tanh unless told.
  public var activation: Activation
  /// Applied to the gates; sigmoid unless told.
  public var recurrentActivation: Activation
  /// Whether an offset is added; true unless told.
  public var usesBias: Bool
  /// The part of the input's features that training drops, the same ones at every step; none unless told.
  public var dropout: Float
  /// The part of the state's units that training does not feed back, the same ones at every step and for every gate; none
  /// unless told.
  public var recurrentDropout: Float
  /// How the weights start and what is added to the loss for them.
  let weightSettings: RecurrentWeightSettings

  /// Creates the settings, with Keras' defaults.
  ///
  /// - Parameters:
  ///   - units: The size of the state and of the output; at least 1.
  ///   - activation: Applied to the candidate and the memory.
  ///   - recurrentActivation: Applied to the gates.
  ///   - usesBias: Whether an offset is added.
  ///   - dropout: The part of the input's features that training drops, in 0 ..< 1.
  ///   - recurrentDropout: The part of the state's units that training does not feed back, in 0 ..< 1.
  ///   - kernelInitializer: How the input weights start.
  ///   - recurrentInitializer: How the state weights start.
  ///   - biasInitializer: How the offsets start.
  ///   - unitForgetBias: Whether the forget gate's offsets start at 1 whatever the initializer says.
  ///   - kernelRegularizer: What is added to the loss for the input weights.
  ///   - recurrentRegularizer: What is added to the loss for the state weights.
  ///   - biasRegularizer: What is added to the loss for the offsets.
  public init(
    _ units: Int, activation: Activation = .tanh, recurrentActivation: Activation = .sigmoid, usesBias: Bool = true,
    dropout: Float = 0, recurrentDropout: Float = 0, kernelInitializer: Initializer = .glorotUniform,
    recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .zeros, unitForgetBias: Bool = true,
    kernelRegularizer: Regularizer? = nil, recurrentRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil
  ) {
    self.units = units
    self.activation = activation
    self.recurrentActivation = recurrentActivation
    self.usesBias = usesBias
    self.dropout = dropout
    self.recurrentDropout = recurrentDropout
    weightSettings = RecurrentWeightSettings(
      kernelInitializer: kernelInitializer, recurrentInitializer: recurrentInitializer,
      biasInitializer: biasInitializer, unitForgetBias: unitForgetBias, kernelRegularizer: kernelRegularizer,
      recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer)
  }

  /// Two: h and c.
  public var stateCount: Int { 2 }

  func weights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights {
    try weightSettings.weights(
      features: features, units: units, gates: 4, biasShape: usesBias ? [4 * units] : nil, with: &builder)
  }

  func step(
    _ weights: PlacedWeights, _ input: Variable, _ states: [Variable], fed: Variable
  ) -> BuiltCell.StepResult {
    let sums =
      input.dense(kernel: weights.kernel, bias: weights.bias, activation: .linear) + fed.matmul(weights.recurrent)
    let gates = sums.split(4)
    let kept = gates[1].activated(recurrentActivation) * states[1]
    let memory = kept + gates[0].activated(recurrentActivation) * gates[2].activated(activation)
    let output = gates[3].activated(recurrentActivation) * memory.activated(activation)
    return (output, [output, memory])
  }

  func fused(_ weights: PlacedWeights, _ input: Variable, _ options: RecurrenceOptions) -> RecurrenceOutput? {
    guard activation == .tanh, recurrentActivation == .sigmoid else { return nil }
    return input.lstm(kernel: weights.kernel, recurrent: weights.recurrent, bias: weights.bias, options: options)
  }
}
