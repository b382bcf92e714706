import Foundation
import Testing

@testable import Train

/// Settings and names that cannot be used are refused before anything is computed.
@Suite struct SettingsTests {
  /// The numbers are those of Keras' `compute_fans`.
  @Test(
    arguments: [
      ([], 1, 1), ([7], 7, 7), ([3, 5], 3, 5), ([2, 3, 5], 6, 10), ([2, 2, 3, 5], 12, 20),
    ] as [([Int], Double, Double)])
  func fansAreThoseOfKeras(shape: [Int], input: Double, output: Double) {
    #expect(Initializer.fans(shape) == (input: input, sum: input + output))
  }

  @Test func modelsTooLargeOrTooSmall() {
    for layer in [LSTM(.max), GRU(.max), SimpleRNN(.max), Dense(.max), Embedding(4, .max)] as [any Layer] {
      let shape: [Int?] = layer is Embedding ? [3] : [3, 2]
      expectTrainError(.invalidSetting, saying: "\(Int.max) units", "at most") {
        try Sequential([layer]).build(inputShape: shape)
      }
    }
    for layer in [LSTM(1 << 30), Bidirectional(GRU(1 << 20)), Dense(1 << 31), RNN(LSTMCell(1 << 31))] as [any Layer] {
      expectTrainError(.invalidSetting, saying: "more than", "fewer units") {
        try Sequential([layer]).build(inputShape: [3, 2])
      }
    }
    expectTrainError(.invalidSetting, saying: "embeddings") {
      try Sequential([Embedding(.max, 2)]).build(inputShape: [3])
    }
    for shape in [[-1], [3, -2], [.max, .max], [1 << 41, 2]] as [[Int?]] {
      expectTrainError(.shapeMismatch, saying: "cannot be built for samples of the shape") {
        try Sequential([Flatten()]).build(inputShape: shape)
      }
      expectTrainError(.shapeMismatch, saying: "cannot be built") {
        let input = Input(shape: shape)
        _ = try Model(inputs: [input], outputs: [Flatten()(input)])
      }
    }
  }

  @Test(arguments: [0, -1, .nan, .infinity] as [Float]) func hubersDelta(delta: Float) throws {
    expectTrainError(.invalidSetting, saying: "delta of \(delta)", "above 0") {
      try Sequential([Dense(1)]).compile(loss: .huber(delta: delta))
    }
    try Sequential([Dense(1)]).compile(loss: .huber(delta: 0.1))
  }

  @Test(arguments: [0, -1e-7, .nan, .infinity, 1e-60, 1e60]) func epsilons(epsilon: Double) {
    for optimizer in [Adam(epsilon: epsilon), AdamW(epsilon: epsilon), RMSProp(epsilon: epsilon)] as [any Optimizer] {
      expectTrainError(.invalidSetting, saying: "epsilon \(epsilon)", "above 0") {
        try Sequential([Dense(1)]).compile(optimizer: optimizer, loss: .meanSquaredError)
      }
    }
  }

  @Test func numbersAtTheEndsOfTheirRange() {
    #expect(ProgressBar.short(.leastNonzeroMagnitude) == "0.0" && ProgressBar.short(-.leastNonzeroMagnitude) == "-0.0")
    #expect(ProgressBar.short(-.greatestFiniteMagnitude) == "-1.7976931348623157e+308")
    #expect(ProgressBar.left(.infinity) == "10000 h or more left" && ProgressBar.left(9.2e18).contains("more"))
    #expect(
      [50.2, 119, 130, 7300, 3e6].map(ProgressBar.left) == [
        "51 s left", "119 s left", "2 min left", "2 h left", "833 h left",
      ])
  }

  /// Two parts under one name, however it comes about.
  @Test func namesThatCannotBeToldApart() throws {
    struct Twins: Layer {
      var names: [String]
      var makesLayer = false
      func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
        if makesLayer { _ = try builder.layer(Dense(1), inputShape: inputShape) }
        for name in names { _ = try builder.nested(name) { try $0.parameter("kernel", shape: [1]) } }
        return BuiltLayer(outputShape: inputShape) { $0 }
      }
    }
    try Sequential([Twins(names: ["a", "b"])]).build(inputShape: [1])
    expectTrainError(.invalidSetting, saying: "two parts called a") {
      try Sequential([Twins(names: ["a", "a"])]).build(inputShape: [1])
    }
    expectTrainError(.invalidSetting, saying: "two parts called dense") {
      try Sequential([Twins(names: ["dense"], makesLayer: true)]).build(inputShape: [1])
    }
    expectTrainError(.invalidSetting, saying: "called twins/a/kernel") {
      try Sequential([Twins(names: ["a"]), Dense(1, name: "twins/a")]).build(inputShape: [1])
    }
    for name in ["optimizer.momentum", "callback.x"] {
      expectTrainError(.invalidSetting, saying: "\(name)/kernel", "begins neither") {
        try Sequential([Dense(1, name: name)]).build(inputShape: [1])
      }
    }
  }

  @Test func aLayerImplementsOneOfTwo() throws {
    struct Neither: Layer {}
    expectTrainError(.invalidSetting, saying: "Neither implements neither") {
      try Sequential([Neither()]).build(inputShape: [1])
    }
    /// A layer that hands its input to one that is built for several.
    struct Wrapped: Layer {
      func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
        try LSTM(3).build(inputShape: inputShape, with: &builder)
      }
    }
    let model = Sequential([Wrapped()])
    try model.build(inputShape: [4, 2])
    #expect(model.outputShape == [3])
  }

  @Test func messagesNameTheRemedy() throws {
    let (a, b) = (Input(shape: [2]), Input(shape: [3]))
    let model = try Model(inputs: [a, b], outputs: [Dense(1)(a), Dense(1)(b)])
    let (x, z, y) = (Tensor(shape: [4, 2]), Tensor(shape: [4, 3]), Tensor(shape: [4, 1]))
    try model.compile(losses: [.meanSquaredError, .meanSquaredError])
    expectTrainError(.shapeMismatch, saying: "expects 2 inputs", "(any, 2)", "1 tensor was given", "Give one") {
      try model.fit([x], [y, y])
    }
    expectTrainError(.shapeMismatch, saying: "4 samples", "3 in another", "Give as many") {
      try model.fit([x, Tensor(shape: [3, 3])], [y, y])
    }
    expectTrainError(.invalidSetting, saying: "2 losses", "1 output", "one loss for each") {
      try model.fit([x, z], [y])
    }
    try model.compile(loss: .meanSquaredError)
    expectTrainError(.shapeMismatch, saying: "2 outputs", "1 target.", "Give one") { try model.fit([x, z], [y]) }
    expectTrainError(.shapeMismatch, saying: "reads one input", "Concatenate()") {
      _ = try Model(inputs: [a, b], outputs: [Dense(1)(a, b)])
    }
  }

  @Test func learningRatesCanBeSet() throws {
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .ones)])
    expectTrainError(.notCompiled) { try model.setLearningRate(1) }
    try model.compile(
      optimizer: SGD(learningRate: 1, schedule: .step(every: 1, factor: 0.5)), loss: .meanSquaredError)
    for rate in [0, -1, .nan, .infinity] {
      expectTrainError(.invalidSetting, saying: "\(rate)") { try model.setLearningRate(rate) }
    }
    try model.setLearningRate(0.25)
    #expect(try model.learningRate() == 0.25)
    // The loss w² has the gradient 2 w: 1 - 0.25 · 2.
    try model.fit(Tensor(repeating: 1, shape: [1, 1]), Tensor([0]))
    #expect(model.parameters[0].value.values == [0.5])
    #expect(try model.learningRate() == 0.125)
    try model.setLearningRate(1)
    try model.compile(optimizer: SGD(), loss: .meanSquaredError)
    #expect(try model.learningRate() == 0.01)
  }

  /// What the public parts of an optimizer of one's own are for.
  @Test func anOptimizerOfOnesOwn() throws {
    struct Signs: Optimizer {
      var learningRate = 0.5
      var name: String { "signs" }
      var slotNames: [String] { [] }
      func validate() throws { try validateCommon() }
      func update(_ slice: ParameterSlice, step: OptimizerStep) {
        for index in slice.values.indices { slice.values[index] -= step.size * (slice.gradients[index] > 0 ? 1 : -1) }
      }
    }
    var (values, gradients): ([Float], [Float]) = ([1, 2], [3, -4])
    values.withUnsafeMutableBufferPointer { values in
      gradients.withUnsafeMutableBufferPointer { gradients in
        let slice = ParameterSlice(values: values, gradients: UnsafeBufferPointer(gradients), slots: [])
        Signs().update(slice, step: OptimizerStep(number: 1, learningRate: 0.5))
      }
    }
    #expect(values == [0.5, 2.5])
    expectTrainError(.invalidSetting, saying: "-1") { try Signs(learningRate: -1).validate() }
  }
}
