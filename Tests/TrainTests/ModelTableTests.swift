import Runs
import Testing

@testable import Train

/// The tables and parameter counts of the systems' models.
@Suite struct ModelTableTests {
  private func counts(_ model: Model) throws -> [Int] { try model.modelSummary().layers.map(\.parameterCount) }

  @Test func sequence() throws {
    let model = Sequential([SimpleRNN(10), Dense(1)])
    try model.build(inputShape: [4, 1])
    #expect(try counts(model) == [120, 11])
    #expect(model.parameterCount == 131)
    let text = try model.summary()
    #expect(text.contains("│ simple_rnn (SimpleRNN)          │ (None, 10)             │           120 │"))
    #expect(text.contains("(None, 1) ") && text.contains("Total params: 131 (524.00 B)"))
  }

  @Test func goHome() throws {
    let model = Sequential([SimpleRNN(5, returnSequences: true)])
    try model.build(inputShape: [5, 4])
    #expect(model.parameterCount == 50)
    #expect(model.outputShape == [5, 5])
  }

  @Test func forecast() throws {
    let layers: [any Layer] = [
      LSTM(20, returnSequences: true), LSTM(20, returnSequences: true), TimeDistributed(Dense(10)),
    ]
    let cells: [any Layer] = [
      RNN(LSTMCell(20), returnSequences: true), RNN(LSTMCell(20), returnSequences: true), TimeDistributed(Dense(10)),
    ]
    for layers in [layers, cells] {
      let model = Sequential(layers)
      try model.build(inputShape: [nil, 1])
      #expect(try counts(model) == [1760, 3280, 210])
      #expect(model.parameterCount == 5250)
      #expect(model.outputShape == [nil, 10])
      let text = try model.summary()
      #expect(text.contains("(None, None, 20)") && text.contains("│         1,760 │"))
      #expect(text.contains("5,250 (20.51 KB)"))
    }
  }

  @Test func imdb() throws {
    let model = Sequential([
      Embedding(20000, 128), LSTM(128, dropout: 0.2, recurrentDropout: 0.2), Dense(1, activation: .sigmoid),
    ])
    try model.build(inputShape: [80])
    #expect(try counts(model) == [2_560_000, 131_584, 129])
    #expect(try model.modelSummary().layers.map(\.outputShape) == [[nil, 80, 128], [nil, 128], [nil, 1]])
    #expect(model.parameters[0].name == "embedding/embeddings")
  }

  /// Keras gives the same numbers for these layers on an input of (None, 7, 3).
  @Test func everyRecurrentLayer() throws {
    let layers: [(any Layer, Int)] = [
      (GRU(4), 108), (GRU(4, resetAfter: false), 96), (GRU(4, usesBias: false), 84), (LSTM(4, usesBias: false), 112),
      (Bidirectional(LSTM(4)), 256), (Bidirectional(GRU(4), mergeMode: .sum), 216), (LayerNormalization(), 6),
      (LayerNormalization(usesOffset: false), 3), (TimeDistributed(Dense(2)), 8), (Dropout(0.5), 0),
      (Activation.relu, 0),
    ]
    for (layer, count) in layers {
      let model = Sequential([layer])
      try model.build(inputShape: [7, 3])
      #expect(model.parameterCount == count, "\(layer)")
    }
  }

  @Test func connectionsOfAGraph() throws {
    let (past, other) = (Input(shape: [50, 1]), Input(shape: [3]))
    let lstm = LSTM(20, returnState: true).outputs(of: [past])
    let joined = Concatenate()(lstm[0], lstm[2], other)
    let model = try Model(inputs: [past, other], outputs: [Dense(1)(joined)])
    let text = try model.summary()
    #expect(text.contains("┃ Connected to"))
    #expect(text.contains("│ input_layer (InputLayer)   │ (None, 50, 1)"))
    #expect(text.contains("│ input_layer_1 (InputLayer) │ (None, 3)"))
    #expect(text.contains("│ [(None, 20), (None, 20), (None, 20)] │      1,760 │ input_layer[0][0] "))
    #expect(text.contains("│         44 │ concatenate[0][0] "))
    #expect(text.contains("│ lstm[0][0], lstm[0][2], input_layer_1[0][0] │"))
    #expect(Set(text.split(separator: "\n").dropFirst().dropLast(3).map(\.count)).count == 1)
  }

  @Test func aChainShowsItsInputAndNoConnections() throws {
    let past = Input(shape: [50, 1])
    let model = try Model(inputs: [past], outputs: [Dense(1)(LSTM(20)(past))])
    let text = try model.summary()
    #expect(!text.contains("Connected to"))
    #expect(text.contains("│ input_layer (InputLayer)        │ (None, 50, 1)          │             0 │"))
    #expect(text.contains("│ lstm (LSTM)                     │ (None, 20)             │         1,760 │"))
    #expect(text.contains("Total params: 1,781"))
  }
}
