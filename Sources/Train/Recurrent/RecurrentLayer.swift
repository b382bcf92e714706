/// What LSTM, GRU and SimpleRNN have in common: a cell of the library over the time axis.
struct RecurrentLayer<Cell: BuiltInCell> {
  let cell: Cell
  let returnSequences: Bool
  let returnState: Bool
  let goBackwards: Bool

  func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    let features = try builder.requireSequence(inputShapes, stateSizes: cell.stateSizes)
    let weights = try cell.checkedWeights(features: features, with: &builder)
    let shapes = RecurrentShapes(
      sequence: inputShapes[0], outputSize: cell.units, stateSizes: cell.stateSizes, returnSequences: returnSequences,
      returnState: returnState)
    let name = builder.layerName
    var layer = BuiltLayer(outputShapes: shapes.outputs) { inputs in
      try UnrolledRecurrence.check(inputs, layer: name)
      return try forward(inputs, weights, features: features, name: name)
    }
    layer.passesMask = false
    return layer
  }

  private func forward(
    _ inputs: [Variable], _ weights: CellWeights, features: Int, name: String
  ) throws -> [Variable] {
    let (tape, input) = (inputs[0].tape, inputs[0])
    let factors = cell.dropoutFactors(on: tape, batch: input.shape[0], features: features)
    let options = RecurrenceOptions(
      returnSequences: returnSequences, goBackwards: goBackwards,
      initialState: inputs.count > 1 ? Array(inputs.dropFirst()) : nil, mask: input.mask, inputMask: factors.input,
      recurrentMask: factors.state)
    guard let fused = cell.fused(PlacedWeights(weights, on: tape), input, options) else {
      return try UnrolledRecurrence(
        cell: BuiltCell(stateSizes: cell.stateSizes) { tape, _ in cell.stepper(weights, tape, factors) },
        returnSequences: returnSequences, returnState: returnState, goBackwards: goBackwards, layer: name
      ).forward(inputs)
    }
    var output = fused.output
    if returnSequences { output.mask = input.mask }
    return [output] + (returnState ? fused.state : [])
  }
}

/// The shapes of what a recurrent layer puts out, without the batch axis.
struct RecurrentShapes {
  let outputs: [[Int?]]

  init(sequence: [Int?], outputSize: Int, stateSizes: [Int], returnSequences: Bool, returnState: Bool) {
    let output: [Int?] = returnSequences ? [sequence[0], outputSize] : [outputSize]
    outputs = [output] + (returnState ? stateSizes.map { [$0] } : [])
  }
}

extension LayerBuilder {
  /// Checks the inputs of a recurrent layer: a sequence and none or all of the initial states.
  ///
  /// - Returns: The number of features.
  /// - Throws: ``TrainError`` (`shapeMismatch`).
  func requireSequence(_ inputShapes: [[Int?]], stateSizes: [Int]) throws -> Int {
    try require(rank: 2, of: inputShapes[0], expected: "(batch, time, features)")
    let features = try features(of: inputShapes[0])
    try requireStates(Array(inputShapes.dropFirst()), sizes: stateSizes)
    return features
  }

  /// Checks that none or all of the initial states were given, in their shapes.
  func requireStates(_ shapes: [[Int?]], sizes: [Int]) throws {
    guard shapes.isEmpty || shapes.count == sizes.count else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) reads a sequence and none or \(sizes.count) initial states; it was given a sequence and "
          + "\(shapes.count) states. Leave them out or give all of them.")
    }
    for (shape, size) in zip(shapes, sizes) where shape != [size] {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) expects an initial state of \(ShapeText.lettered([nil, size])); it was given "
          + "\(ShapeText.lettered([nil] + shape)).")
    }
  }
}
