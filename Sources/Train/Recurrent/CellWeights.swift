/// What the library's cells are made of: weights for the input, weights for the state and, mostly, an offset.
struct CellWeights {
  let kernel: Parameter
  let recurrent: Parameter
  let bias: Parameter?
}

/// The weights of a cell on a tape.
struct PlacedWeights {
  let kernel: Variable
  let recurrent: Variable
  let bias: Variable?

  init(_ weights: CellWeights, on tape: Tape) {
    kernel = tape.parameter(weights.kernel)
    recurrent = tape.parameter(weights.recurrent)
    bias = weights.bias.map(tape.parameter)
  }
}

/// How the weights of a cell start and what is added to the loss for them.
struct RecurrentWeightSettings: Sendable, Hashable {
  var kernelInitializer: Initializer
  var recurrentInitializer: Initializer
  var biasInitializer: Initializer
  /// Whether the second quarter of the offsets, the forget gate of an LSTM, starts at 1 (Jozefowicz et al. 2015).
  var unitForgetBias = false
  var kernelRegularizer: Regularizer?
  var recurrentRegularizer: Regularizer?
  var biasRegularizer: Regularizer?

  /// Creates weights for `gates` gates of `units` units.
  func weights(
    features: Int, units: Int, gates: Int, biasShape: [Int]?, with builder: inout LayerBuilder
  ) throws -> CellWeights {
    let kernel = try builder.parameter(
      "kernel", shape: [features, gates * units], initializer: kernelInitializer, regularizer: kernelRegularizer)
    let recurrent = try builder.parameter(
      "recurrent_kernel", shape: [units, gates * units], initializer: recurrentInitializer,
      regularizer: recurrentRegularizer)
    let bias = try biasShape.map {
      try builder.parameter("bias", shape: $0, initializer: biasInitializer, regularizer: biasRegularizer)
    }
    if let bias, unitForgetBias { (bias.values + units).update(repeating: 1, count: units) }
    return CellWeights(kernel: kernel, recurrent: recurrent, bias: bias)
  }
}
