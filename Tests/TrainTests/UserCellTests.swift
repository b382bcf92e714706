import Testing
// No @testable: everything here is open to users.
import Train

/// A cell defined outside of the library; ``GraphFixtureTests`` compares its numbers with Keras'.
@Suite struct UserCellTests {
  private func model() throws -> Sequential {
    let model = Sequential([RNN(LNSimpleRNNCell(units: 4), returnSequences: true), TimeDistributed(Dense(2))], seed: 3)
    try model.build(inputShape: [nil, 3])
    return model
  }

  private func data(_ shape: [Int]) throws -> Tensor {
    let count = shape.reduce(1, *)
    return try Tensor(shape: shape, values: (0..<count).map { Float(($0 * 37 + 11) % 23) / 11 - 1 })
  }

  private func loss(_ model: Sequential, _ x: Tensor, on tape: Tape) throws -> Variable {
    let output = try model(tape.constant(x))
    return (output * tape.constant(try data(output.shape))).sum()
  }

  @Test func parametersAndNames() throws {
    let model = try model()
    #expect(
      model.parameters.prefix(5).map(\.name) == [
        "rnn/ln_simple_rnn_cell/simple_rnn_cell/kernel", "rnn/ln_simple_rnn_cell/simple_rnn_cell/recurrent_kernel",
        "rnn/ln_simple_rnn_cell/simple_rnn_cell/bias", "rnn/ln_simple_rnn_cell/layer_normalization/gamma",
        "rnn/ln_simple_rnn_cell/layer_normalization/beta",
      ])
    #expect(model.outputShape == [nil, 2])
  }

  /// Central differences with a step of 2⁻⁷ along a random direction in all weights; what remains is of the third order.
  @Test func gradientsAreTheSlopes() throws {
    let model = try model()
    let x = try data([3, 5, 3])
    for parameter in model.parameters {
      let tape = Tape()
      for parameter in model.parameters { parameter.clearGradient() }
      tape.backward(from: try loss(model, x, on: tape))
      let direction = try data(parameter.shape)
      let slope = zip(parameter.gradient.values, direction.values).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
      let start = parameter.value
      func moved(_ step: Float) throws -> Double {
        try parameter.assign(
          Tensor(shape: start.shape, values: zip(start.values, direction.values).map { $0 + step * $1 }))
        return Double(try loss(model, x, on: Tape()).value.values[0])
      }
      let (h, far) = (Float(0.0078125), Float(0.015625))
      let near = (try moved(h) - moved(-h)) / Double(2 * h)
      let wide = (try moved(far) - moved(-far)) / Double(2 * far)
      try parameter.assign(start)
      // Richardson's extrapolation removes the error of the second order.
      let difference = (4 * near - wide) / 3
      #expect(abs(slope - difference) < 1e-3 * max(abs(difference), 1), "\(parameter.name)")
    }
  }

  @Test func aCellOfOnesOwnLearns() throws {
    let model = try model()
    try model.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError)
    let (x, y) = (try data([8, 5, 3]), try data([8, 5, 2]))
    let history = try model.fit(x, y, epochs: 60, batchSize: 8)
    let losses = history["loss"]
    #expect((losses.last ?? 1) < 0.5 * (losses.first ?? 0))
    let longer = try model.predict(data([2, 9, 3]))
    #expect(longer.shape == [2, 9, 2])
  }
}
