/// Long short-term memory (Hochreiter & Schmidhuber 1997) over the time axis, from a zero state.
///
/// Input (batch, time, features); output (batch, units), the last step's, or (batch, time, units) with
/// `returnSequences`. Parameters, with gates in Keras' order i, f, g, o: `kernel` (features, 4 · units),
/// `recurrent_kernel` (units, 4 · units), `bias` (4 · units).
public struct LSTM: Layer {
  /// The size of the state and of the output.
  public var units: Int
  /// Whether every step's output is returned; only the last one's unless told.
  public var returnSequences: Bool
  /// How the input weights start; Glorot-uniform unless told.
  public var kernelInitializer: Initializer
  /// How the state weights start; orthogonal unless told.
  public var recurrentInitializer: Initializer
  /// How the bias starts; zero, with 1 for the forget gate, unless told.
  public var biasInitializer: Initializer
  /// The layer's own name, or nil for `lstm`, `lstm_1`, ….
  public var name: String?

  /// Creates the settings, with Keras' defaults.
  public init(
    _ units: Int, returnSequences: Bool = false, kernelInitializer: Initializer = .glorotUniform,
    recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .unitForgetBias,
    name: String? = nil
  ) {
    self.units = units
    self.returnSequences = returnSequences
    self.kernelInitializer = kernelInitializer
    self.recurrentInitializer = recurrentInitializer
    self.biasInitializer = biasInitializer
    self.name = name
  }

  /// Creates kernel, recurrent kernel and bias.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.require(rank: 2, of: inputShape, expected: "(batch, time, features)")
    let features = try builder.features(of: inputShape)
    let kernel = try builder.parameter("kernel", shape: [features, 4 * units], initializer: kernelInitializer)
    let recurrent = try builder.parameter(
      "recurrent_kernel", shape: [units, 4 * units], initializer: recurrentInitializer)
    let bias = try builder.parameter("bias", shape: [4 * units], initializer: biasInitializer)
    let outputShape: [Int?] = returnSequences ? [inputShape[0], units] : [units]
    return BuiltLayer(outputShape: outputShape) { [returnSequences] input in
      let tape = input.tape
      return input.lstm(
        kernel: tape.parameter(kernel), recurrent: tape.parameter(recurrent), bias: tape.parameter(bias),
        options: RecurrenceOptions(returnSequences: returnSequences)
      ).output
    }
  }
}
