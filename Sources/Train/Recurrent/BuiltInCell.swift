/// A cell of the library: it has a form step by step and, for the usual activations, one for whole sequences.
protocol BuiltInCell: RecurrentCell {
  var units: Int { get }
  var stateCount: Int { get }
  /// The part of the input that dropout drops.
  var dropout: Float { get }
  /// The part of the state that dropout drops where it is fed back.
  var recurrentDropout: Float { get }

  func weights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights

  /// One step with weights that lie on a tape.
  func step(_ weights: PlacedWeights, _ input: Variable, _ states: [Variable], fed: Variable) -> BuiltCell.StepResult

  /// Whole sequences at once, or nil where the activations have no such form.
  func fused(_ weights: PlacedWeights, _ input: Variable, _ options: RecurrenceOptions) -> RecurrenceOutput?
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

extension BuiltCell {
  /// The output of a step and the next states.
  typealias StepResult = (output: Variable, states: [Variable])
}

extension BuiltInCell {
  /// Creates the weights and the step. Dropout's factors are drawn once a sequence and are the same at every step.
  public func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
    try builder.requireRate(dropout, "dropout rate")
    try builder.requireRate(recurrentDropout, "recurrent dropout rate")
    return cell(try weights(features: features, with: &builder), features: features)
  }

  /// The cell with weights that exist, step by step.
  func cell(_ weights: CellWeights, features: Int) -> BuiltCell {
    BuiltCell(stateSizes: Array(repeating: units, count: stateCount)) { tape, batch in
      let placed = PlacedWeights(weights, on: tape)
      let inputFactors = tape.dropoutFactors(shape: [batch, features], rate: dropout)
      let stateFactors = tape.dropoutFactors(shape: [batch, units], rate: recurrentDropout)
      return { input, states in
        step(
          placed, inputFactors.map { input * $0 } ?? input, states,
          fed: stateFactors.map { states[0] * $0 } ?? states[0])
      }
    }
  }
}
