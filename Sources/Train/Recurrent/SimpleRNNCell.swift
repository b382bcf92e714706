/// The plain recurrent cell (Elman 1990): h' = activation(x · kernel + h · recurrent_kernel + bias).
///
/// Input (batch, features), one state and output (batch, units). Parameters: `kernel` (features, units),
/// `recurrent_kernel` (units, units), `bias` (units).
public struct SimpleRNNCell: RecurrentCell, BuiltInCell {
  /// The size of the state and of the output.
  public var units: Int
  /// Applied to the next state; tanh unless told.
  public var activation: Activation
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
  ///   - activation: Applied to the next state.
  ///   - usesBias: Whether an offset is added.
  ///   - dropout: The part of the input's features that training drops, in 0 ..< 1.
  ///   - recurrentDropout: The part of the state's units that training does not feed back, in 0 ..< 1.
  ///   - kernelInitializer: How the input weights start.
  ///   - recurrentInitializer: How the state weights start.
  ///   - biasInitializer: How the offsets start.
  ///   - kernelRegularizer: What is added to the loss for the input weights.
  ///   - recurrentRegularizer: What is added to the loss for the state weights.
  ///   - biasRegularizer: What is added to the loss for the offsets.
  public init(
    _ units: Int, activation: Activation = .tanh, usesBias: Bool = true, dropout: Float = 0,
    recurrentDropout: Float = 0, kernelInitializer: Initializer = .glorotUniform,
    recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .zeros,
    kernelRegularizer: Regularizer? = nil, recurrentRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil
  ) {
    self.units = units
    self.activation = activation
    self.usesBias = usesBias
    self.dropout = dropout
    self.recurrentDropout = recurrentDropout
    weightSettings = RecurrentWeightSettings(
      kernelInitializer: kernelInitializer, recurrentInitializer: recurrentInitializer,
      biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
      recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer)
  }

  func weights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights {
    try weightSettings.weights(
      features: features, units: units, gates: 1, biasShape: usesBias ? [units] : nil, with: &builder)
  }

  func step(
    _ weights: PlacedWeights, _ input: Variable, _ states: [Variable], fed: Variable
  ) -> BuiltCell.StepResult {
    let sum =
      input.dense(kernel: weights.kernel, bias: weights.bias, activation: .linear) + fed.matmul(weights.recurrent)
    let output = sum.activated(activation)
    return (output, [output])
  }

  func fused(_ weights: PlacedWeights, _ input: Variable, _ options: RecurrenceOptions) -> RecurrenceOutput? {
    guard activation.isElementwise else { return nil }
    return input.simpleRNN(
      kernel: weights.kernel, recurrent: weights.recurrent, bias: weights.bias, activation: activation, options: options
    )
  }
}
