internal import CKernels

extension Variable {
  /// A long short-term memory over whole sequences, as one operation with its own derivative.
  ///
  /// The formulas are in `CKernels/body/lstm.h`; gate order i, f, g, o as in Keras; the initial state is zero.
  ///
  /// - Parameters:
  ///   - kernel: Input weights (features, 4 · units).
  ///   - recurrent: State weights (units, 4 · units).
  ///   - bias: Offsets (4 · units).
  ///   - returnSequences: Whether every step's output is returned, or the last one's.
  /// - Returns: (batch, time, units) or (batch, units) for an input of (batch, time, features).
  public func lstm(kernel: Variable, recurrent: Variable, bias: Variable, returnSequences: Bool) -> Variable {
    precondition(shape.count == 3, "An LSTM reads (batch, time, features), and \(shape) was given.")
    let units = recurrent.shape[0]
    precondition(
      kernel.shape == [shape[2], 4 * units] && recurrent.shape == [units, 4 * units] && bias.shape == [4 * units],
      "The LSTM weights \(kernel.shape), \(recurrent.shape), \(bias.shape) do not fit each other and \(shape).")
    let sequence = LSTMSequence(
      tape: tape, shape: shape, units: units, kernel: kernel, recurrent: recurrent, bias: bias,
      returnSequences: returnSequences)
    let output = sequence.forward(tape, input: values)
    return tape.record(
      output, shape: returnSequences ? [shape[0], shape[1], units] : [shape[0], units],
      inputs: self, kernel, recurrent, bias
    ) { [node] tape, gradient in
      sequence.backward(
        tape, gradient, input: node, kernel: kernel.node, recurrent: recurrent.node, bias: bias.node)
    }
  }
}

/// The buffers of one LSTM over one batch, with the batch in the lanes.
private struct LSTMSequence {
  let batch: Int
  let returnSequences: Bool
  var arguments: ll_lstm

  init(
    tape: Tape, shape: [Int], units: Int, kernel: Variable, recurrent: Variable, bias: Variable, returnSequences: Bool
  ) {
    batch = shape[0]
    self.returnSequences = returnSequences
    let (time, features, padded) = (shape[1], shape[2], Kernels.padded(shape[0]))
    let step = units * padded
    let kept = tape.records ? time : 1
    arguments = ll_lstm(
      padded: Int64(padded), time: Int64(time), features: Int64(features), units: Int64(units),
      keeps_history: tape.records, kernel: kernel.values, recurrent: recurrent.values, bias: bias.values,
      packed: tape.arena.allocate((features + units) * 4 * units),
      inputs: tape.arena.allocate(time * features * padded), hiddens: tape.arena.allocate((time + 1) * step),
      cells: tape.arena.allocate((kept + 1) * step), cell_tanhs: tape.arena.allocate(kept * step),
      gates: tape.arena.allocate(kept * 4 * step))
    arguments.hiddens.update(repeating: 0, count: step)
    arguments.cells.update(repeating: 0, count: step)
  }

  private var time: Int { Int(arguments.time) }
  private var features: Int { Int(arguments.features) }
  private var units: Int { Int(arguments.units) }
  private var padded: Int { Int(arguments.padded) }
  private var outputSteps: Int { returnSequences ? time : 1 }

  /// Computes the sequence and returns the output in rows of samples.
  func forward(_ tape: Tape, input: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float> {
    let table = tape.kernels.table.pointee
    let columns = Int64(time * features)
    table.transpose(Int64(batch), columns, input, columns, arguments.inputs, Int64(padded), Int64(padded))
    withUnsafePointer(to: arguments) { table.lstm_forward($0) }
    let width = Int64(outputSteps * units)
    let output = tape.arena.allocate(batch * Int(width))
    let first = arguments.hiddens + (time + 1 - outputSteps) * units * padded
    table.transpose(width, Int64(batch), first, Int64(padded), output, width, width)
    return output
  }

  /// Adds to the gradients of the weights and, where needed, of the input.
  func backward(
    _ tape: Tape, _ gradient: UnsafeMutablePointer<Float>, input: Int, kernel: Int, recurrent: Int, bias: Int
  ) {
    let table = tape.kernels.table.pointee
    let width = Int64(outputSteps * units)
    let outputGradient = tape.arena.allocate(Int(width) * padded)
    table.transpose(Int64(batch), width, gradient, width, outputGradient, Int64(padded), Int64(padded))
    let inputGradient = tape.neededGradient(of: input)
    let lanes = inputGradient.map { _ in tape.arena.allocate(time * features * padded) }
    let gradients = ll_lstm_gradients(
      d_outputs: outputGradient, every_step: returnSequences, d_hidden: tape.arena.allocate(units * padded),
      d_cell: tape.arena.allocate(units * padded), d_inputs: lanes, d_kernel: weightGradient(tape, kernel),
      d_recurrent: weightGradient(tape, recurrent), d_bias: weightGradient(tape, bias))
    withUnsafePointer(to: arguments) { lstm in withUnsafePointer(to: gradients) { table.lstm_backward(lstm, $0) } }
    if let inputGradient, let lanes { addInputGradient(tape, lanes, to: inputGradient) }
  }

  /// A weight's gradient, or scratch when it is constant.
  private func weightGradient(_ tape: Tape, _ node: Int) -> UnsafeMutablePointer<Float> {
    tape.neededGradient(of: node) ?? tape.arena.zeros(tape.nodes[node].count)
  }

  private func addInputGradient(
    _ tape: Tape, _ lanes: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>
  ) {
    let table = tape.kernels.table.pointee
    let columns = time * features
    let rows = tape.arena.allocate(batch * columns)
    table.transpose(
      Int64(columns), Int64(batch), lanes, Int64(padded), rows, Int64(columns), Int64(columns))
    table.scale_add(Int64(batch * columns), 1, rows, target)
  }
}
