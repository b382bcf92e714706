/// What LSTM, GRU and SimpleRNN have in common: a cell of the library over the time axis.
struct RecurrentLayer<Cell: BuiltInCell> {
  let cell: Cell
  let returnSequences: Bool
  let returnState: Bool
  let goBackwards: Bool

  func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.require(rank: 2, of: inputShapes[0], expected: "(batch, time, features)")
    try builder.requireRate(cell.dropout, "dropout rate")
    try builder.requireRate(cell.recurrentDropout, "recurrent dropout rate")
    guard inputShapes.count == 1 || inputShapes.count == 1 + cell.stateCount else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) reads a sequence and none or \(cell.stateCount) initial states; it was given "
          + "\(inputShapes.count) inputs.")
    }
    for shape in inputShapes.dropFirst() where shape != [cell.units] {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) has states of \(ShapeText.lettered([nil, cell.units])); it was given "
          + "\(ShapeText.lettered([nil] + shape)).")
    }
    let features = try builder.features(of: inputShapes[0])
    let weights = try cell.weights(features: features, with: &builder)
    let outputShape: [Int?] = returnSequences ? [inputShapes[0][0], cell.units] : [cell.units]
    let stateShapes: [[Int?]] = returnState ? Array(repeating: [cell.units], count: cell.stateCount) : []
    var layer = BuiltLayer(outputShapes: [outputShape] + stateShapes) { inputs in
      try forward(inputs, weights, features: features)
    }
    layer.passesMask = false
    return layer
  }

  private func forward(_ inputs: [Variable], _ weights: CellWeights, features: Int) throws -> [Variable] {
    let (tape, input) = (inputs[0].tape, inputs[0])
    let initialState = inputs.count > 1 ? Array(inputs.dropFirst()) : nil
    let batch = input.shape[0]
    let options = RecurrenceOptions(
      returnSequences: returnSequences, goBackwards: goBackwards, initialState: initialState, mask: input.mask,
      inputMask: tape.dropoutFactors(shape: [batch, features], rate: cell.dropout),
      recurrentMask: tape.dropoutFactors(shape: [batch, cell.units], rate: cell.recurrentDropout))
    guard var fused = cell.fused(PlacedWeights(weights, on: tape), input, options) else {
      return try UnrolledRecurrence(
        cell: cell.cell(weights, features: features), returnSequences: returnSequences, returnState: returnState,
        goBackwards: goBackwards
      ).forward(inputs)
    }
    if returnSequences { fused.output.mask = goBackwards ? input.mask?.reversed() : input.mask }
    return [fused.output] + (returnState ? fused.state : [])
  }
}
