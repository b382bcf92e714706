/// What the library's cells are made of: weights for the input, weights for the state and, mostly, an offset.
struct CellWeights {
  let kernel: Parameter
  let recurrent: Parameter
  let bias: Parameter?
}

/// How the weights of a recurrent cell or layer start and what is added to the loss for them.
public struct RecurrentWeightSettings: Sendable, Hashable {
  /// How the input weights start; Glorot-uniform unless told.
  public var kernelInitializer: Initializer
  /// How the state weights start; orthogonal unless told.
  public var recurrentInitializer: Initializer
  /// How the bias starts, or nil for the cell's own way: zero, with 1 for the forget gate of an LSTM.
  public var biasInitializer: Initializer?
  /// What is added to the loss for the input weights; nothing unless told.
  public var kernelRegularizer: Regularizer?
  /// What is added to the loss for the state weights; nothing unless told.
  public var recurrentRegularizer: Regularizer?
  /// What is added to the loss for the bias; nothing unless told.
  public var biasRegularizer: Regularizer?

  /// Creates the settings, with Keras' defaults.
  public init(
    kernelInitializer: Initializer = .glorotUniform, recurrentInitializer: Initializer = .orthogonal,
    biasInitializer: Initializer? = nil, kernelRegularizer: Regularizer? = nil,
    recurrentRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil
  ) {
    self.kernelInitializer = kernelInitializer
    self.recurrentInitializer = recurrentInitializer
    self.biasInitializer = biasInitializer
    self.kernelRegularizer = kernelRegularizer
    self.recurrentRegularizer = recurrentRegularizer
    self.biasRegularizer = biasRegularizer
  }

  /// Creates weights for `gates` gates of `units` units.
  func weights(
    features: Int, units: Int, gates: Int, biasShape: [Int]?, defaultBias: Initializer = .zeros,
    with builder: inout LayerBuilder
  ) throws -> CellWeights {
    let kernel = try builder.parameter(
      "kernel", shape: [features, gates * units], initializer: kernelInitializer, regularizer: kernelRegularizer)
    let recurrent = try builder.parameter(
      "recurrent_kernel", shape: [units, gates * units], initializer: recurrentInitializer,
      regularizer: recurrentRegularizer)
    let bias = try biasShape.map {
      try builder.parameter(
        "bias", shape: $0, initializer: biasInitializer ?? defaultBias, regularizer: biasRegularizer)
    }
    return CellWeights(kernel: kernel, recurrent: recurrent, bias: bias)
  }
}
