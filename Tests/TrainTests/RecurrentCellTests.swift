import Testing

@testable import Train

/// `RNN(cell)` and the layer of the same cell, with every option, and the names and seeds of their weights.
@Suite struct RecurrentCellTests {
  /// One pair of equal layers: a layer of the library and `RNN` of its cell.
  struct Pair: CustomTestStringConvertible {
    let testDescription: String
    let layer: any Layer
    let rnn: any Layer
    let states: Int
  }

  static let pairs: [Pair] = [false, true].flatMap { sequences in
    [false, true].flatMap { backwards in
      [0, 1, 2].flatMap { option in
        makePairs(sequences: sequences, backwards: backwards, option: option)
      }
    }
  }

  /// Option 0 has the defaults, 1 other activations and no bias, 2 both kinds of dropout.
  private static func makePairs(sequences: Bool, backwards: Bool, option: Int) -> [Pair] {
    let (activation, bias) = (option == 1 ? Activation.relu : .tanh, option != 1)
    let gate = option == 1 ? Activation.tanh : .sigmoid
    let (dropout, recurrent) = option == 2 ? (Float(0.4), Float(0.3)) : (0, 0)
    let label = "\(sequences ? "sequences" : "last") \(backwards ? "backwards" : "forwards") option \(option)"
    func over(_ cell: some RecurrentCell) -> any Layer {
      RNN(cell, returnSequences: sequences, returnState: true, goBackwards: backwards)
    }
    let grus = [true, false].map { after in
      Pair(
        testDescription: "GRU \(after) \(label)",
        layer: GRU(
          4, activation: activation, recurrentActivation: gate, resetAfter: after, usesBias: bias,
          returnSequences: sequences, returnState: true, goBackwards: backwards, dropout: dropout,
          recurrentDropout: recurrent),
        rnn: over(
          GRUCell(
            4, activation: activation, recurrentActivation: gate, resetAfter: after, usesBias: bias, dropout: dropout,
            recurrentDropout: recurrent)), states: 1)
    }
    let lstm = Pair(
      testDescription: "LSTM \(label)",
      layer: LSTM(
        4, activation: activation, recurrentActivation: gate, usesBias: bias, returnSequences: sequences,
        returnState: true, goBackwards: backwards, dropout: dropout, recurrentDropout: recurrent),
      rnn: over(
        LSTMCell(
          4, activation: activation, recurrentActivation: gate, usesBias: bias, dropout: dropout,
          recurrentDropout: recurrent)), states: 2)
    let simple = Pair(
      testDescription: "SimpleRNN \(label)",
      layer: SimpleRNN(
        4, activation: activation, usesBias: bias, returnSequences: sequences, returnState: true,
        goBackwards: backwards, dropout: dropout, recurrentDropout: recurrent),
      rnn: over(
        SimpleRNNCell(
          4, activation: activation, usesBias: bias, dropout: dropout, recurrentDropout: recurrent)), states: 1)
    return grus + [lstm, simple]
  }

  /// Outputs, states and gradients of a layer with a mask and initial states, in training.
  private func results(_ layer: any Layer, states: Int, masked: Bool, given: Bool) throws -> [[Float]] {
    let inputs = [Input(shape: [5, 3])] + (given ? (0..<states).map { _ in Input(shape: [4]) } : [])
    let model = try Model(inputs: inputs, outputs: layer.outputs(of: inputs), seed: 3)
    let tape = Tape()
    tape.randomness = StepRandomness(seed: 7, step: 2)
    var x = [tape.variable(randomTensor([3, 5, 3], seed: 1))]
    if masked {
      x[0].mask = SequenceMask(batch: 3, time: 5, values: [0, 0, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    }
    if given { x += (0..<states).map { tape.variable(randomTensor([3, 4], seed: UInt64($0) + 2)) } }
    let outputs = try model(x)
    let terms = outputs.enumerated().map { index, output in
      (output * tape.constant(randomTensor(output.shape, seed: UInt64(index) + 9))).sum()
    }
    tape.backward(from: terms.dropFirst().reduce(terms[0], +))
    return outputs.map(\.value.values) + x.compactMap(\.gradient?.values) + model.parameters.map(\.gradient.values)
  }

  @Test(arguments: pairs, [false, true]) func aLayerEqualsTheLoopOverItsCell(_ pair: Pair, masked: Bool) throws {
    for given in [false, true] {
      let layer = try results(pair.layer, states: pair.states, masked: masked, given: given)
      let rnn = try results(pair.rnn, states: pair.states, masked: masked, given: given)
      #expect(layer.count == rnn.count)
      for (one, other) in zip(layer, rnn) {
        #expect(one == other || ErrorMeasure.scaledMaximum(one, other) < 2e-6)
      }
    }
  }

  @Test func weightsOfLayerAndLoopHaveOneSeed() throws {
    let layer = Sequential([LSTM(20)], seed: 5)
    let loop = Sequential([RNN(LSTMCell(20))], seed: 5)
    for model in [layer, loop] { try model.build(inputShape: [50, 1]) }
    #expect(layer.parameters.map(\.value) == loop.parameters.map(\.value))
    #expect(loop.parameters.map(\.name) == ["kernel", "recurrent_kernel", "bias"].map { "rnn/lstm_cell/\($0)" })
    #expect(layer.parameters.map(\.name) == ["kernel", "recurrent_kernel", "bias"].map { "lstm/\($0)" })
  }

  @Test func firstValuesOfOffsets() throws {
    func bias(_ layer: any Layer) throws -> [Float] {
      let model = Sequential([layer])
      try model.build(inputShape: [2, 1])
      return try #require(model.parameters.last).value.values
    }
    #expect(try bias(LSTM(2)) == [0, 0, 1, 1, 0, 0, 0, 0])
    #expect(try bias(LSTM(2, unitForgetBias: false)) == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(try bias(LSTM(2, biasInitializer: .constant(3))) == [3, 3, 1, 1, 3, 3, 3, 3])
    #expect(try bias(GRU(1)) == [0, 0, 0, 0, 0, 0])
    #expect(try bias(SimpleRNN(2, biasInitializer: .ones)) == [1, 1])
    let model = Sequential([GRU(2, kernelInitializer: .ones, recurrentInitializer: .constant(2))])
    try model.build(inputShape: [2, 1])
    #expect(Set(model.parameters[0].value.values) == [1])
    #expect(Set(model.parameters[1].value.values) == [2])
  }

  @Test func partsOfOneKindHaveNamesOfTheirOwn() throws {
    struct Two: RecurrentCell {
      func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
        let first = try builder.cell(SimpleRNNCell(2), features: features)
        let second = try builder.cell(SimpleRNNCell(2), features: 2)
        return BuiltCell(stateSizes: [2]) { try second.step(first.step($0, $1).output, $1) }
      }
    }
    let model = Sequential([RNN(Two()), Dense(1, name: "dense_1"), Dense(1), Dense(1)])
    try model.build(inputShape: [3, 2])
    #expect(Set(model.parameters.map(\.name)).count == model.parameters.count)
    #expect(model.parameters[3].name == "rnn/two/simple_rnn_cell_1/kernel")
  }
}
