import Foundation
import Testing

@testable import Train

/// Losses and sample weights of each of several outputs against Keras; `Fixtures/keras_outputs.py` wrote the numbers.
@Suite struct OutputLossTests {
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let x: LayerFixtureTests.Array
    let y: [LayerFixtureTests.Array]
    let validationX: LayerFixtureTests.Array
    let validationY: [LayerFixtureTests.Array]
    let sampleWeights: [LayerFixtureTests.Array]
    let validationSampleWeights: [LayerFixtureTests.Array]
    let weights: [LayerFixtureTests.Array]
    let history: [String: [Double]]
    let evaluation: [String: Double]
    let weightsAfter: [LayerFixtureTests.Array]

    var testDescription: String { name }
  }

  static func cases() throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: folder.appending(path: "keras_outputs.json")))
  }

  static func model() throws -> Model {
    let x = Input(shape: [2])
    let shared = Dense(4, activation: .tanh)(x)
    let model = try Model(inputs: [x], outputs: [Dense(2, name: "left")(shared), Dense(3, name: "right")(shared)])
    try model.compile(
      optimizer: SGD(learningRate: 0.3), losses: [.meanSquaredError, .meanAbsoluteError], lossWeights: [1, 0.5])
    return model
  }

  @Test(arguments: try cases()) func lossesAreThoseOfKeras(_ fixture: Case) throws {
    let model = try Self.model()
    for (parameter, value) in zip(model.parameters, fixture.weights) { try parameter.assign(value.tensor()) }
    let (x, y) = (try fixture.x.tensor(), try fixture.y.map { try $0.tensor() })
    let (v, w) = (try fixture.validationX.tensor(), try fixture.validationY.map { try $0.tensor() })
    let validationWeights = try fixture.validationSampleWeights.map { try $0.tensor() }
    let history = try model.fit(
      [x], y, epochs: 2, batchSize: 3, validationData: ([v], w), validationSampleWeights: validationWeights,
      sampleWeights: fixture.sampleWeights.map { try $0.tensor() }, shuffle: false)
    #expect(Set(history.metrics.keys) == Set(fixture.history.keys))
    for (name, wanted) in fixture.history {
      #expect(TrainingFixtureTests.relativeError(history[name], wanted) < 1e-5, "\(name): \(history[name]), \(wanted)")
    }
    let evaluation = try model.evaluate([v], w, batchSize: 3, sampleWeights: validationWeights)
    for (name, wanted) in fixture.evaluation {
      let given = try #require(name == "loss" ? evaluation.loss : evaluation.metrics[name])
      #expect(TrainingFixtureTests.relativeError([given], [wanted]) < 1e-5, "\(name)")
    }
    for (parameter, wanted) in zip(model.parameters, fixture.weightsAfter) {
      #expect(ErrorMeasure.scaledMaximum(parameter.value.values, wanted.values) < 1e-5, "\(parameter.name)")
    }
  }

  @Test func oneTensorOfWeightsServesAllOutputs() throws {
    let fixture = try #require(try Self.cases().last)
    let weights = try fixture.sampleWeights[0].tensor()
    let (x, y) = (try fixture.x.tensor(), try fixture.y.map { try $0.tensor() })
    let histories = try [[weights], [weights, weights]].map {
      try Self.model().fit([x], y, epochs: 2, validationSplit: 0.25, sampleWeights: $0)
    }
    #expect(histories[0] == histories[1])
    #expect(histories[0]["val_left_loss"].count == 2)
    // Equal for the first output.
    let half = try Self.model().fit([x], y, epochs: 1, sampleWeights: [nil, weights])
    let equal = try Self.model().fit([x], y, epochs: 1)
    #expect(half["left_loss"] == equal["left_loss"] && half["right_loss"] != equal["right_loss"])
  }

  /// A single output has validation weights too, and no loss of its own beside the whole.
  @Test func weightsOfValidationDataCount() throws {
    let (x, y) = (Tensor(repeating: 1, shape: [2, 1]), Tensor([0, 2]))
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .ones)])
    try model.compile(optimizer: SGD(learningRate: 1e-20), loss: .meanSquaredError)
    let history = try model.fit(x, y, validationData: (x, Tensor([1, 4])), validationSampleWeights: Tensor([5, 0.5]))
    #expect(history.metrics == ["loss": [1], "val_loss": [2.25]])
    expectTrainError(.invalidSetting, saying: "without validation data", "validationSplit") {
      try model.fit(x, y, validationSampleWeights: Tensor([1, 1]))
    }
    expectTrainError(.shapeMismatch, saying: "validation data", "shape [3]") {
      try model.fit(x, y, validationData: (x, y), validationSampleWeights: Tensor([1, 1, 1]))
    }
    let two = try Self.model()
    let samples = Tensor(repeating: 1, shape: [2, 2])
    expectTrainError(.shapeMismatch, saying: "2 outputs", "sample weights for 3", "single one") {
      try two.fit([samples], [samples, Tensor(shape: [2, 3])], sampleWeights: [nil, nil, Tensor([1, 1])])
    }
  }
}
