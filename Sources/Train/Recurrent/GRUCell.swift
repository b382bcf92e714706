/// The gated recurrent unit (Cho et al. 2014), gates in Keras' order z, r, h: h' = z · h + (1 - z) · candidate.
///
/// With `resetAfter` (Keras' default) the candidate is activation(x·K + b + r · (h·R + c)), else activation(x·K + b +
/// (r · h)·R). Input (batch, features), one state and output (batch, units). Parameters: `kernel` (features, 3 · units),
/// `recurrent_kernel` (units, 3 · units), `bias` (2, 3 · units) with `resetAfter`, else (3 · units).
public struct GRUCell: RecurrentCell, BuiltInCell {
  /// The size of the state and of the output.
  public var units: Int
  /// Applied to the candidate; tanh unless told.
  public var activation: Activation
  /// Applied to the gates; sigmoid unless told.
  public var recurrentActivation: Activation
  /// Whether the reset gate is applied after the product with the state; true unless told.
  public var resetAfter: Bool
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
  ///   - activation: Applied to the candidate.
  ///   - recurrentActivation: Applied to the gates.
  ///   - resetAfter: Whether the reset gate is applied after the product with the state.
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
    _ units: Int, activation: Activation = .tanh, recurrentActivation: Activation = .sigmoid, resetAfter: Bool = true,
    usesBias: Bool = true, dropout: Float = 0, recurrentDropout: Float = 0,
    kernelInitializer: Initializer = .glorotUniform, recurrentInitializer: Initializer = .orthogonal,
    biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
    recurrentRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil
  ) {
    self.units = units
    self.activation = activation
    self.recurrentActivation = recurrentActivation
    self.usesBias = usesBias
    self.dropout = dropout
    self.recurrentDropout = recurrentDropout
    self.resetAfter = resetAfter
    weightSettings = RecurrentWeightSettings(
      kernelInitializer: kernelInitializer, recurrentInitializer: recurrentInitializer,
      biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
      recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer)
  }

  func weights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights {
    try weightSettings.weights(
      features: features, units: units, gates: 3,
      biasShape: usesBias ? resetAfter ? [2, 3 * units] : [3 * units] : nil, with: &builder)
  }

  func step(
    _ weights: PlacedWeights, _ input: Variable, _ states: [Variable], fed: Variable
  ) -> BuiltCell.StepResult {
    let biases = rows(of: weights.bias)
    let x = input.dense(kernel: weights.kernel, bias: biases.input, activation: .linear).split(3)
    let recurrent = resetAfter ? weights.recurrent : weights.recurrent.columns(0..<2 * units)
    let h = fed.dense(kernel: recurrent, bias: biases.state, activation: .linear).split(resetAfter ? 3 : 2)
    let z = (x[0] + h[0]).activated(recurrentActivation)
    let r = (x[1] + h[1]).activated(recurrentActivation)
    let reset = resetAfter ? r * h[2] : (r * fed).matmul(weights.recurrent.columns(2 * units..<3 * units))
    let candidate = (x[2] + reset).activated(activation)
    let output = z * states[0] + (1 - z) * candidate
    return (output, [output])
  }

  func fused(_ weights: PlacedWeights, _ input: Variable, _ options: RecurrenceOptions) -> RecurrenceOutput? {
    guard resetAfter, activation == .tanh, recurrentActivation == .sigmoid else { return nil }
    return input.gru(kernel: weights.kernel, recurrent: weights.recurrent, bias: weights.bias, options: options)
  }

  /// The offsets of the input's and of the state's product.
  private func rows(of bias: Variable?) -> (input: Variable?, state: Variable?) {
    guard let bias, resetAfter else { return (bias, nil) }
    let both = bias.reshaped([6 * units])
    return (both.columns(0..<3 * units), both.columns(3 * units..<6 * units))
  }
}
