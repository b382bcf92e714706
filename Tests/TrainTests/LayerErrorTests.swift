import Testing

@testable import Train

/// What layers and graphs refuse: an error that says what was expected and given, never a trap.
@Suite struct LayerErrorTests {
  private func build(_ layer: any Layer, _ shape: [Int?]) throws { try Sequential([layer]).build(inputShape: shape) }

  @Test func shapesThatLayersCannotRead() {
    let recurrent: [any Layer] = [
      LSTM(2), GRU(2), SimpleRNN(2), RNN(GRUCell(2)), Bidirectional(LSTM(2)), Bidirectional(RNN(LSTMCell(2))),
    ]
    for layer in recurrent {
      expectTrainError(.shapeMismatch, saying: "(batch, time, features)", "(batch, features) = (any, 3)") {
        try build(layer, [3])
      }
      expectTrainError(.shapeMismatch, saying: "fixed length", "(any, 4, any)") { try build(layer, [4, nil]) }
    }
    expectTrainError(.shapeMismatch, saying: "(batch, time)", "(any, 4, 2)") { try build(Embedding(5, 2), [4, 2]) }
    expectTrainError(.shapeMismatch, saying: "(batch, time, …)", "(any, 4)") {
      try build(TimeDistributed(Dense(1)), [4])
    }
    expectTrainError(.shapeMismatch, saying: "layer_normalization", "fixed length") {
      try build(LayerNormalization(), [nil])
    }
    expectTrainError(.shapeMismatch, saying: "dense", "fixed length") {
      try Sequential([Flatten(), Dense(1)]).build(inputShape: [nil, 2])
    }
  }

  @Test func idsOutsideTheVocabulary() throws {
    let model = Sequential([Embedding(5, 2), LSTM(2)])
    for (id, text) in [(5, "5.0"), (-1, "-1.0"), (1.5, "1.5"), (3e9, "3e+09")] as [(Float, String)] {
      expectTrainError(.invalidValue, saying: "embedding", "0 ..< 5", text, "sample 1, step 2") {
        _ = try model.predict(Tensor(shape: [2, 3], values: [0, 1, 2, 3, 4, id]))
      }
    }
    let tape = Tape()
    expectTrainError(.invalidValue, saying: "nan") {
      _ = try model(tape.constant(Tensor(repeating: .nan, shape: [1, 3])))
    }
  }

  @Test func settingsOutOfRange() {
    for units in [0, -2] {
      let layers: [any Layer] = [
        LSTM(units), GRU(units), SimpleRNN(units), RNN(LSTMCell(units)), Bidirectional(GRU(units)),
        TimeDistributed(Dense(units)),
      ]
      for layer in layers {
        expectTrainError(.invalidSetting, saying: "\(units) units", "at least 1 unit") { try build(layer, [4, 2]) }
      }
      expectTrainError(.invalidSetting, saying: "\(units) units") { try build(Embedding(5, units), [4]) }
      expectTrainError(.invalidSetting, saying: "\(units) inputs") { try build(Embedding(units, 5), [4]) }
    }
    for rate in [-0.1, 1, 1.5, .nan, .infinity] as [Float] {
      let layers: [any Layer] = [
        Dropout(rate), LSTM(2, dropout: rate), LSTM(2, recurrentDropout: rate), GRU(2, dropout: rate),
        GRU(2, recurrentDropout: rate), SimpleRNN(2, dropout: rate), RNN(SimpleRNNCell(2, recurrentDropout: rate)),
      ]
      for layer in layers {
        expectTrainError(.invalidSetting, saying: "\(rate)", "at least 0 and below 1") { try build(layer, [4, 2]) }
      }
    }
    for factor in [-1, .nan, .infinity] as [Float] {
      expectTrainError(.invalidSetting, saying: "lstm/kernel", "at least 0") {
        try build(LSTM(2, kernelRegularizer: .l2(factor)), [4, 2])
      }
    }
    expectTrainError(.invalidSetting, saying: "both directions", "goBackwards") {
      try build(Bidirectional(LSTM(2, goBackwards: true)), [4, 2])
    }
    for epsilon in [-1, .nan] as [Float] {
      expectTrainError(.invalidSetting, saying: "epsilon") { try build(LayerNormalization(epsilon: epsilon), [2]) }
    }
  }

  @Test func initialStatesThatDoNotFit() {
    let (sequence, state, wide) = (Input(shape: [4, 2]), Input(shape: [3]), Input(shape: [5]))
    expectTrainError(.shapeMismatch, saying: "lstm", "none or 2 initial states", "1 states") {
      _ = try Model(inputs: [sequence, state], outputs: [LSTM(3)(sequence, state)])
    }
    expectTrainError(.shapeMismatch, saying: "gru", "(batch, features) = (any, 3)", "(any, 5)") {
      _ = try Model(inputs: [sequence, wide], outputs: [GRU(3)(sequence, wide)])
    }
    expectTrainError(.shapeMismatch, saying: "rnn", "none or 1 initial states", "2 states") {
      _ = try Model(inputs: [sequence, state], outputs: [RNN(GRUCell(3))(sequence, state, state)])
    }
    expectTrainError(.shapeMismatch, saying: "bidirectional", "1 states") {
      _ = try Model(inputs: [sequence, state], outputs: [Bidirectional(GRU(3))(sequence, state)])
    }
    expectTrainError(.shapeMismatch, saying: "none or 2", "1 states") {
      _ = try Model(inputs: [sequence, state], outputs: [Bidirectional(LSTM(3))(sequence, state, state)])
    }
  }

  @Test func graphsThatAreNotComplete() throws {
    let (a, b) = (Input(shape: [4, 2]), Input(shape: [2]))
    expectTrainError(.invalidSetting, saying: "does not list") {
      _ = try Model(inputs: [a], outputs: [Dense(1)(Concatenate()(LSTM(2)(a), b))])
    }
    expectTrainError(.invalidSetting, saying: "at least one input") { _ = try Model(inputs: [], outputs: [a]) }
    expectTrainError(.invalidSetting, saying: "at least one") { _ = try Model(inputs: [a], outputs: []) }
    expectTrainError(.invalidSetting, saying: "Input(shape:)") { _ = try Model(inputs: [LSTM(2)(a)], outputs: [a]) }
    expectTrainError(.invalidSetting, saying: "listed twice") { _ = try Model(inputs: [b, b], outputs: [b]) }
    expectTrainError(.shapeMismatch, saying: "no input") { _ = try Model(inputs: [a], outputs: [Concatenate()()]) }
    expectTrainError(.shapeMismatch, saying: "no input") { _ = try Model(inputs: [a], outputs: [LSTM(2)()]) }
    expectTrainError(.shapeMismatch, saying: "reads one input", "given 2") {
      _ = try Model(inputs: [a, b], outputs: [Dense(1)(a, b)])
    }
    expectTrainError(.shapeMismatch, saying: "add", "(any, 4, 2)", "(any, 2)") {
      _ = try Model(inputs: [a, b], outputs: [Add()(a, b)])
    }
    expectTrainError(.shapeMismatch, saying: "concatenate") {
      _ = try Model(inputs: [a, b], outputs: [Concatenate()(a, b)])
    }
  }

  @Test func lengthsThatVaryAndDiffer() throws {
    let (a, b) = (Input(shape: [nil, 2]), Input(shape: [nil, 2]))
    for merging in [Add()(a, b), Concatenate()(a, b)] {
      let model = try Model(inputs: [a, b], outputs: [merging])
      expectTrainError(.shapeMismatch, saying: "(3, 5, 2)", "(3, 4, 2)", "equal lengths") {
        _ = try model.predict([randomTensor([3, 5, 2], seed: 1), randomTensor([3, 4, 2], seed: 1)])
      }
      expectTrainError(.shapeMismatch, saying: "3, 2 samples") {
        _ = try model.predict([randomTensor([3, 5, 2], seed: 1), randomTensor([2, 5, 2], seed: 1)])
      }
    }
    for layer in [LSTM(2), RNN(LSTMCell(2))] as [any Layer] {
      expectTrainError(.emptyData, saying: "at least one step") {
        _ = try Sequential([layer])(Tape().constant(Tensor(shape: [2, 0, 3])))
      }
    }
  }

  @Test func layersAndCellsThatBreakTheirWord() throws {
    struct Wrong: RecurrentCell {
      var states: Int
      func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
        BuiltCell(stateSizes: Array(repeating: 2, count: states)) { input, _ in (input, [input]) }
      }
    }
    expectTrainError(.invalidSetting, saying: "stateCount of 1", "2 states") {
      try build(RNN(Wrong(states: 2)), [4, 2])
    }
    expectTrainError(.shapeMismatch, saying: "rnn", "announced", "[3, 5]") {
      _ = try Sequential([RNN(Wrong(states: 1))]).predict(randomTensor([3, 4, 5], seed: 1))
    }
    struct TwoOfAName: Layer {
      func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
        _ = try builder.parameter("w", shape: [1])
        _ = try builder.parameter("w", shape: [1])
        return BuiltLayer(outputShape: inputShape) { $0 }
      }
    }
    expectTrainError(.invalidSetting, saying: "two parameters called w") { try build(TwoOfAName(), [2]) }
    struct Silent: Layer {
      var outputCount: Int { 2 }
      func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
        BuiltLayer(outputShape: inputShape) { $0 }
      }
    }
    expectTrainError(.invalidSetting, saying: "outputCount of 2") { try build(Silent(), [2]) }
  }
}
