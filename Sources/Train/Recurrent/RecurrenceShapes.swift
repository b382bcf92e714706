internal import CKernels

/// The trained inputs of a recurrent operation.
struct RecurrenceWeights {
  let kernel: Variable
  let recurrent: Variable
  let bias: Variable?

  init(_ kernel: Variable, _ recurrent: Variable, _ bias: Variable?) {
    self.kernel = kernel
    self.recurrent = recurrent
    self.bias = bias
  }
}

/// The shapes that a recurrent operation demands of its inputs; others are a programmer's error.
struct RecurrenceShapes {
  let cell: ll_cell
  let input: Variable
  let weights: RecurrenceWeights
  let options: RecurrenceOptions

  private var gates: Int { cell == LL_LSTM ? 4 : cell == LL_GRU ? 3 : 1 }
  private var stateCount: Int { cell == LL_LSTM ? 2 : 1 }

  func check() {
    precondition(
      input.shape.count == 3, "A recurrent operation reads (batch, time, features), and \(input.shape) was given.")
    let (batch, time, features) = (input.shape[0], input.shape[1], input.shape[2])
    let units = weights.recurrent.shape[0]
    let columns = gates * units
    expect(weights.kernel.shape, "The kernel", "(features, \(gates) · units)", features, columns)
    expect(weights.recurrent.shape, "The recurrent kernel", "(units, \(gates) · units)", units, columns)
    if let bias = weights.bias?.shape {
      let fits = bias.last == columns && (cell == LL_GRU ? bias.count == 2 && bias[0] == 2 : bias.count == 1)
      precondition(
        fits, "The bias has the shape \(cell == LL_GRU ? [2, columns] : [columns]), and \(bias) was given.")
    }
    if let states = options.initialState {
      precondition(states.count == stateCount, "The cell has \(stateCount) states; \(states.count) were given.")
      for state in states { expect(state.shape, "An initial state", "(batch, units)", batch, units) }
    }
    if let mask = options.mask { expect(mask.shape, "The mask", "(batch, time)", batch, time) }
    if let mask = options.inputMask { expect(mask.shape, "The input mask", "(batch, features)", batch, features) }
    if let mask = options.recurrentMask { expect(mask.shape, "The recurrent mask", "(batch, units)", batch, units) }
  }

  private func expect(
    _ shape: [Int], _ name: @autoclosure () -> String, _ letters: @autoclosure () -> String, _ rows: Int,
    _ columns: Int
  ) {
    precondition(
      shape.count == 2 && shape[0] == rows && shape[1] == columns,
      "\(name()) has the shape \(letters()) = \([rows, columns]), and \(shape) was given.")
  }
}
