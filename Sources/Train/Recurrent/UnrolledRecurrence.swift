/// A cell applied to every time step in turn.
struct UnrolledRecurrence {
  let cell: BuiltCell
  let returnSequences: Bool
  let returnState: Bool
  let goBackwards: Bool
  /// The layer's name, for messages.
  let layer: String

  /// Output and states; inputs are those that ``check(_:layer:)`` passed.
  ///
  /// As in Keras, the mask of a returned sequence is the input's, even where time ran backwards.
  func forward(_ inputs: [Variable]) throws -> [Variable] {
    let input = inputs[0]
    let (batch, time) = (input.shape[0], input.shape[1])
    let step = cell.begin(input.tape, batch)
    var states = Array(inputs.dropFirst())
    if states.isEmpty { states = cell.stateSizes.map { input.tape.constant(Tensor(shape: [batch, $0])) } }
    var output = input.tape.constant(Tensor(shape: [batch, cell.outputSize]))
    var outputs: [Variable] = []
    for position in 0..<time {
      let t = goBackwards ? time - 1 - position : position
      var next = try step(input.timeStep(t), states)
      try check(next, batch: batch)
      if let mask = input.mask {
        next.output = next.output.selected(by: mask, at: t, otherwise: output)
        next.states = zip(next.states, states).map { $0.selected(by: mask, at: t, otherwise: $1) }
      }
      (output, states) = next
      if returnSequences { outputs.append(output) }
    }
    var result = returnSequences ? Variable.stackedOverTime(outputs) : output
    result.mask = returnSequences ? input.mask : nil
    return [result] + (returnState ? states : [])
  }

  /// Checks what is known only with the data: at least one step, and as many states as sequences.
  static func check(_ inputs: [Variable], layer: String) throws {
    let shape = inputs[0].shape
    guard shape[1] > 0 else {
      throw TrainError(
        .emptyData, "The layer \(layer) was given \(ShapeText.lettered(shape)). Give sequences of at least one step.")
    }
    for state in inputs.dropFirst() where state.shape[0] != shape[0] {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layer) was given sequences of \(ShapeText.lettered(shape)) and initial states of "
          + "\(ShapeText.lettered(state.shape)). Give one state for each sequence.")
    }
  }

  /// Checks that a cell keeps its word on the shapes of output and states.
  private func check(_ step: BuiltCell.StepResult, batch: Int) throws {
    let wanted = cell.stateSizes.map { [batch, $0] }
    guard step.output.shape == [batch, cell.outputSize], step.states.map(\.shape) == wanted else {
      throw TrainError(
        .shapeMismatch,
        "The cell of the layer \(layer) announced an output of \(ShapeText.lettered([nil, cell.outputSize])) and states of "
          + "the sizes \(cell.stateSizes); a step gave an output of \(ShapeText.lettered(step.output.shape)) and states of "
          + "the shapes \(step.states.map(\.shape)). Correct stateSizes or outputSize, or what the step returns.")
    }
  }
}
