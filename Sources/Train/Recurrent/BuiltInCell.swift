/// A cell of the library: it has a form step by step and, for the usual activations, one for whole sequences.
protocol BuiltInCell: RecurrentCell {
  var units: Int { get }
  /// The part of the input that dropout drops.
  var dropout: Float { get }
  /// The part of the state that dropout drops where it is fed back.
  var recurrentDropout: Float { get }

  func weights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights

  /// One step with weights that lie on a tape; `fed` is the first state as the products see it, after dropout.
  func step(_ weights: PlacedWeights, _ input: Variable, _ states: [Variable], fed: Variable) -> BuiltCell.StepResult

  /// Whole sequences at once, or nil where the activations have no such form.
  func fused(_ weights: PlacedWeights, _ input: Variable, _ options: RecurrenceOptions) -> RecurrenceOutput?
}

extension BuiltCell {
  /// The output of a step and the next states.
  typealias StepResult = (output: Variable, states: [Variable])
}

/// What dropout multiplies inputs and states of one batch with at every step; nil where nothing is dropped.
struct CellDropout {
  /// (batch, features).
  let input: Variable?
  /// (batch, units).
  let state: Variable?
}

extension BuiltInCell {
  /// Creates the weights and the step. Dropout's factors are drawn once a sequence and are the same at every step.
  public func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
    let weights = try checkedWeights(features: features, with: &builder)
    return BuiltCell(stateSizes: stateSizes) { tape, batch in
      stepper(weights, tape, dropoutFactors(on: tape, batch: batch, features: features))
    }
  }

  /// Creates the weights after a check of the settings.
  func checkedWeights(features: Int, with builder: inout LayerBuilder) throws -> CellWeights {
    try builder.requireUnits(units)
    try builder.requireRate(dropout, "dropout rate")
    try builder.requireRate(recurrentDropout, "recurrent dropout rate")
    return try weights(features: features, with: &builder)
  }

  var stateSizes: [Int] { Array(repeating: units, count: stateCount) }

  /// Draws what is dropped in one batch of sequences: one mask for all gates.
  func dropoutFactors(on tape: Tape, batch: Int, features: Int) -> CellDropout {
    CellDropout(
      input: tape.dropoutFactors(shape: [batch, features], rate: dropout),
      state: tape.dropoutFactors(shape: [batch, units], rate: recurrentDropout))
  }

  /// The cell with weights that exist, step by step.
  func stepper(_ weights: CellWeights, _ tape: Tape, _ factors: CellDropout) -> BuiltCell.Step {
    let placed = PlacedWeights(weights, on: tape)
    return { input, states in
      step(
        placed, factors.input.map { input * $0 } ?? input, states,
        fed: factors.state.map { states[0] * $0 } ?? states[0])
    }
  }
}
