/// A cell applied to every time step in turn.
struct UnrolledRecurrence {
  let cell: BuiltCell
  let returnSequences: Bool
  let returnState: Bool
  let goBackwards: Bool

  func forward(_ inputs: [Variable]) throws -> [Variable] {
    let input = inputs[0]
    let (batch, time) = (input.shape[0], input.shape[1])
    let step = cell.begin(input.tape, batch)
    var states = Array(inputs.dropFirst())
    if states.isEmpty { states = cell.stateSizes.map { input.tape.constant(Tensor(shape: [batch, $0])) } }
    var outputs: [Variable] = []
    for position in 0..<time {
      let t = goBackwards ? time - 1 - position : position
      var (output, next) = try step(input.timeStep(t), states)
      if let mask = input.mask {
        let previous = outputs.last ?? input.tape.constant(Tensor(shape: [batch, cell.outputSize]))
        output = output.selected(by: mask, at: t, otherwise: previous)
        next = zip(next, states).map { $0.selected(by: mask, at: t, otherwise: $1) }
      }
      outputs.append(output)
      states = next
    }
    var result = returnSequences ? Variable.stackedOverTime(outputs) : outputs[time - 1]
    if returnSequences { result.mask = goBackwards ? input.mask?.reversed() : input.mask }
    return [result] + (returnState ? states : [])
  }
}
