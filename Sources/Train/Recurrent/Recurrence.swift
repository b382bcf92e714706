internal import CKernels

/// One run of a recurrent operation over a batch: its arguments to the kernels and the memory that they share.
///
/// The tape keeps it, so it must not hold variables, which hold the tape.
struct Recurrence {
  private let nodes: Nodes
  private let weightCount: Int
  private let arguments: ll_recurrence
  private let parts: Int

  /// Computes a recurrent operation and notes it on the tape of its input.
  ///
  /// It is one node, the output, and a node for each state that passes its gradient on to the first.
  static func run(
    _ cell: ll_cell, _ activation: Activation, on input: Variable, _ weights: RecurrenceWeights,
    _ options: RecurrenceOptions
  ) -> RecurrenceOutput {
    RecurrenceShapes(cell: cell, input: input, weights: weights, options: options).check()
    let recurrence = Recurrence(cell, activation, input, weights, options)
    recurrence.forward(input.tape)
    return recurrence.record(input, weights, options)
  }

  /// Where the operation's inputs are on the tape.
  private struct Nodes {
    let input: Int
    let kernel: Int
    let recurrent: Int
    let bias: Int?
    let states: [Int]
  }

  private init(
    _ cell: ll_cell, _ activation: Activation, _ input: Variable, _ weights: RecurrenceWeights,
    _ options: RecurrenceOptions
  ) {
    nodes = Nodes(
      input: input.node, kernel: weights.kernel.node, recurrent: weights.recurrent.node, bias: weights.bias?.node,
      states: (options.initialState ?? []).map(\.node))
    weightCount = weights.kernel.count + weights.recurrent.count
    let (batch, time, features) = (input.shape[0], input.shape[1], input.shape[2])
    let units = weights.recurrent.shape[0]
    let arena = input.tape.arena
    func copied(_ mask: SequenceMask) -> UnsafePointer<Float> {
      let values = arena.allocate(mask.values.count)
      mask.values.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { values.update(from: start, count: source.count) }
      }
      return UnsafePointer(values)
    }
    let states = options.initialState ?? []
    var arguments = ll_recurrence(
      cell: cell, activation: activation.kernel, batch: Int64(batch), time: Int64(time), features: Int64(features),
      units: Int64(units), keeps_history: input.tape.records, goes_backwards: options.goBackwards,
      returns_sequences: options.returnSequences, input: input.values, kernel: weights.kernel.values,
      recurrent: weights.recurrent.values, bias: weights.bias.map { UnsafePointer($0.values) },
      initial_hidden: states.first.map { UnsafePointer($0.values) },
      initial_cell: cell == LL_LSTM ? states.last.map { UnsafePointer($0.values) } : nil,
      mask: options.mask.map(copied), input_mask: options.inputMask.map { UnsafePointer($0.values) },
      recurrent_mask: options.recurrentMask.map { UnsafePointer($0.values) },
      output: arena.allocate(batch * (options.returnSequences ? time : 1) * units),
      last_hidden: arena.allocate(batch * units), last_cell: cell == LL_LSTM ? arena.allocate(batch * units) : nil,
      packed: arena.allocate(weightCount), blocks: arena.allocate(0))
    let blocks = ll_recurrence_blocks(&arguments)
    arguments.blocks = arena.allocate(Int(blocks * ll_recurrence_block_size(&arguments)))
    self.arguments = arguments
    parts = Threads.parts(operations: 2 * batch * time * weightCount)
  }

  private func forward(_ tape: Tape) {
    let table = tape.kernels.table.pointee
    withUnsafePointer(to: arguments) { r in
      table.recurrence_pack(r)
      let forward = table.recurrence_forward
      Threads.run(Int(ll_recurrence_blocks(r)), threads: parts) { forward(r, Int64($0)) }
    }
  }

  private func record(
    _ input: Variable, _ weights: RecurrenceWeights, _ options: RecurrenceOptions
  ) -> RecurrenceOutput {
    let tape = input.tape
    let (batch, time, units) = (input.shape[0], input.shape[1], weights.recurrent.shape[0])
    let first = options.initialState?.first ?? input
    let last = options.initialState?.last ?? input
    let node = tape.nodes.count
    let output = tape.record(
      arguments.output, shape: options.returnSequences ? [batch, time, units] : [batch, units],
      inputs: input, weights.kernel, weights.recurrent, weights.bias ?? input, first, last
    ) { [self] tape, gradient in
      backward(
        on: tape, gradient, hidden: tape.nodes[node + 1].gradient, cell: hasCell ? tape.nodes[node + 2].gradient : nil)
    }
    // The output's node comes before the states', so it goes backward after they have their gradients.
    let states = [arguments.last_hidden, arguments.last_cell].compactMap { $0 }.map { values in
      tape.record(values, shape: [batch, units], inputs: output) { tape, _ in _ = tape.gradient(of: node) }
    }
    return RecurrenceOutput(output: output, state: states)
  }

  private var hasCell: Bool { arguments.last_cell != nil }

  /// Adds to the gradients of the weights and, where needed, of the input and of the initial states.
  private func backward(
    on tape: Tape, _ gradient: UnsafeMutablePointer<Float>, hidden: UnsafeMutablePointer<Float>?,
    cell: UnsafeMutablePointer<Float>?
  ) {
    let table = tape.kernels.table.pointee
    let states = nodes.states
    let inputGradient = tape.gradientToSet(of: nodes.input)
    // A weight's gradient, or scratch when it is constant.
    func weightGradient(_ node: Int) -> UnsafeMutablePointer<Float> {
      tape.neededGradient(of: node) ?? tape.arena.zeros(tape.nodes[node].count)
    }
    withUnsafePointer(to: arguments) { r in
      let blocks = ll_recurrence_blocks(r)
      let scratch = tape.arena.allocate(Int(blocks * ll_recurrence_scratch_size(r, inputGradient != nil)))
      var gradients = ll_recurrence_gradients(
        d_output: gradient, d_last_hidden: hidden.map { UnsafePointer($0) },
        d_last_cell: cell.map { UnsafePointer($0) },
        d_input: inputGradient?.values, sets_input: inputGradient?.isUnset ?? false,
        d_kernel: weightGradient(nodes.kernel),
        d_recurrent: weightGradient(nodes.recurrent), d_bias: nodes.bias.map(weightGradient),
        d_initial_hidden: states.first.flatMap(tape.neededGradient),
        d_initial_cell: hasCell ? states.last.flatMap(tape.neededGradient) : nil,
        packed: tape.arena.allocate(weightCount), scratch: scratch)
      withUnsafePointer(to: &gradients) { g in
        table.recurrence_pack_backward(r, g)
        let backward = table.recurrence_backward
        Threads.run(Int(blocks), threads: parts) { backward(r, g, Int64($0)) }
        contract(on: tape, r, g)
      }
    }
  }

  /// The gradients of the weights, some columns a thread.
  private func contract(
    on tape: Tape, _ r: UnsafePointer<ll_recurrence>, _ g: UnsafePointer<ll_recurrence_gradients>
  ) {
    let table = tape.kernels.table.pointee
    let columns = Int(ll_recurrence_columns(r))
    let each = (columns + parts - 1) / parts
    let size = Int(table.recurrence_contract_scratch(r, Int64(each)))
    let scratch = tape.arena.allocate(parts * size)
    let contract = table.recurrence_contract
    Threads.run(parts, threads: parts) { part in
      let first = min(part * each, columns)
      contract(r, g, Int64(first), Int64(min(each, columns - first)), scratch + part * size)
    }
  }
}
