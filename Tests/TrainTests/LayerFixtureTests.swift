import Foundation
import Testing

@testable import Train

/// Layers, loss and optimizer against Keras; `Fixtures/keras_layers.py` wrote the numbers.
@Suite struct LayerFixtureTests {
  struct Fixture: Decodable {
    let keras: String
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let layers: [LayerSpec]
    let x: Array
    let y: Array
    let weights: [Array]
    let output: Array
    let loss: Double
    let inputGradient: Array
    let gradients: [Array]
    let weightsAfterTenSteps: [Array]

    var testDescription: String { name }
  }

  struct LayerSpec: Decodable {
    let type: String
    let units: Int
    let option: String

    func layer() throws -> any Layer {
      switch type {
      case "Dense": Dense(units, activation: try #require(Activation(rawValue: option)))
      case "LSTM": LSTM(units, returnSequences: option == "sequences")
      default: Flatten()
      }
    }
  }

  struct Array: Decodable {
    let shape: [Int]
    let values: [Float]

    func tensor() throws -> Tensor { try Tensor(shape: shape, values: values) }
  }

  static func cases() throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let data = try Data(contentsOf: folder.appending(path: "keras_layers.json"))
    return try JSONDecoder().decode(Fixture.self, from: data).cases
  }

  static func model(_ fixture: Case) throws -> Sequential {
    let model = Sequential(try fixture.layers.map { try $0.layer() })
    try model.build(inputShape: fixture.x.shape.dropFirst().map { $0 })
    #expect(model.parameters.map(\.shape) == fixture.weights.map(\.shape))
    for (parameter, value) in zip(model.parameters, fixture.weights) { try parameter.assign(value.tensor()) }
    return model
  }

  @Test func everyLayerIsCovered() throws {
    let names = try Set(Self.cases().map(\.name))
    #expect(names.count == 12)
    #expect(names.isSuperset(of: ["lstm_last", "lstm_sequences", "lstm_stacked", "dense_relu", "airline"]))
  }

  @Test(arguments: try cases()) func outputsAndGradients(_ fixture: Case) throws {
    let model = try Self.model(fixture)
    let tape = Tape()
    let x = tape.variable(try fixture.x.tensor())
    let output = try model(x)
    #expect(output.shape == fixture.output.shape)
    #expect(ErrorMeasure.absoluteMaximum(output.value.values, fixture.output.values) < 1e-5)
    let loss = output.meanSquaredError(to: tape.constant(try fixture.y.tensor()))
    #expect(abs(Double(loss.value.values[0]) - fixture.loss) < 1e-5 * fixture.loss)
    tape.backward(from: loss)
    for (parameter, wanted) in zip(model.parameters, fixture.gradients) {
      #expect(ErrorMeasure.scaledMaximum(parameter.gradient.values, wanted.values) < 1e-5, "\(parameter.name)")
    }
    let inputGradient = try #require(x.gradient)
    #expect(ErrorMeasure.scaledMaximum(inputGradient.values, fixture.inputGradient.values) < 1e-5)
  }

  @Test(arguments: try cases()) func tenStepsOfAdam(_ fixture: Case) throws {
    let model = try Self.model(fixture)
    try model.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError)
    try model.fit(
      fixture.x.tensor(), fixture.y.tensor(), epochs: 10, batchSize: fixture.x.shape[0], shuffle: false)
    for (parameter, wanted) in zip(model.parameters, fixture.weightsAfterTenSteps) {
      #expect(ErrorMeasure.absoluteMaximum(parameter.value.values, wanted.values) < 1e-5, "\(parameter.name)")
    }
  }
}
