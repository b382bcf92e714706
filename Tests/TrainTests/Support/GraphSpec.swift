import Foundation
import Testing

@testable import Train

/// A model written down as data by `Fixtures/keras_graphs.py`, with what Keras made of it.
struct GraphFixture: Decodable, CustomTestStringConvertible {
  let name: String
  /// Shapes of samples; nil for (time) ids.
  let inputs: [[Int]?]
  let nodes: [GraphSpec]
  /// `n0`, or `n0:1` for the second output of the first layer.
  let outputs: [String]
  let lossWeights: [Float]
  let x: [FixtureArray]
  let y: [FixtureArray]
  let values: [FixtureArray]
  let loss: Double
  let inputGradients: [FixtureArray?]
  let weights: [String: [FixtureArray]]
  let gradients: [String: [FixtureArray]]
  let trained: [String: [FixtureArray]]

  var testDescription: String { name }

  /// Our model with Keras' first weights.
  func model() throws -> Model {
    var tensors: [String: SymbolicTensor] = [:]
    let inputs = inputs.enumerated().map { index, _ in Input(shape: x[index].shape.dropFirst().map { $0 }) }
    for (index, input) in inputs.enumerated() { tensors["x\(index)"] = input }
    for (index, node) in nodes.enumerated() {
      let read = node.inputs.compactMap { tensors[$0] }
      for (place, output) in try node.layer(name: "n\(index)").outputs(of: read).enumerated() {
        tensors[place == 0 ? "n\(index)" : "n\(index):\(place)"] = output
      }
    }
    let model = try Model(inputs: inputs, outputs: outputs.compactMap { tensors[$0] })
    for (layer, values) in weights {
      let parameters = parameters(of: layer, in: model)
      #expect(parameters.map(\.shape) == values.map(\.shape), "\(layer)")
      for (parameter, value) in zip(parameters, values) { try parameter.assign(value.tensor()) }
    }
    #expect(model.parameters.count == weights.values.reduce(0) { $0 + $1.count })
    return model
  }

  func parameters(of layer: String, in model: Model) -> [Parameter] {
    model.parameters.filter { $0.name.hasPrefix("\(layer)/") }
  }
}

/// A tensor in a fixture.
struct FixtureArray: Decodable {
  let shape: [Int]
  let values: [Float]

  func tensor() throws -> Tensor { try Tensor(shape: shape, values: values) }
}

/// A fixture names a layer that the test does not know.
struct UnknownLayer: Error {
  let type: String
}

/// A layer in a fixture; options that are not named have their defaults.
final class GraphSpec: Decodable, Sendable {
  let type: String
  let inputs: [String]
  let units: Int?
  let cell: String?
  let inner: GraphSpec?
  let mergeMode: String?
  let activation: Activation?
  let recurrentActivation: Activation?
  let resetAfter: Bool?
  let usesBias: Bool?
  let returnSequences: Bool?
  let returnState: Bool?
  let goBackwards: Bool?
  let masksZero: Bool?
  let epsilon: Float?
  let usesOffset: Bool?
  let usesScale: Bool?
  let l2: [Float]?

  func layer(name: String? = nil) throws -> any Layer {
    let units = units ?? 0
    return switch type {
    case "SimpleRNN":
      SimpleRNN(
        units, activation: activation ?? .tanh, usesBias: usesBias ?? true, returnSequences: returnSequences ?? false,
        returnState: returnState ?? false, goBackwards: goBackwards ?? false, kernelRegularizer: penalty(0),
        recurrentRegularizer: penalty(1), biasRegularizer: penalty(2), name: name)
    case "LSTM":
      LSTM(
        units, activation: activation ?? .tanh, recurrentActivation: recurrentActivation ?? .sigmoid,
        usesBias: usesBias ?? true, returnSequences: returnSequences ?? false, returnState: returnState ?? false,
        goBackwards: goBackwards ?? false, kernelRegularizer: penalty(0), recurrentRegularizer: penalty(1),
        biasRegularizer: penalty(2), name: name)
    case "GRU":
      GRU(
        units, activation: activation ?? .tanh, recurrentActivation: recurrentActivation ?? .sigmoid,
        resetAfter: resetAfter ?? true, usesBias: usesBias ?? true, returnSequences: returnSequences ?? false,
        returnState: returnState ?? false, goBackwards: goBackwards ?? false, kernelRegularizer: penalty(0),
        recurrentRegularizer: penalty(1), biasRegularizer: penalty(2), name: name)
    case "RNN": try recurrence(name: name)
    case "Bidirectional": try bothDirections(name: name)
    case "TimeDistributed": try timeDistributed(name: name)
    case "Dense":
      Dense(
        units, activation: activation ?? .linear, kernelRegularizer: penalty(0), biasRegularizer: penalty(2), name: name
      )
    case "Embedding": Embedding(6, units, masksZero: masksZero ?? false, name: name)
    case "LayerNormalization":
      LayerNormalization(
        epsilon: epsilon ?? 0.001, usesOffset: usesOffset ?? true, usesScale: usesScale ?? true, name: name)
    case "Activation": try #require(activation)
    case "Concatenate": Concatenate(name: name)
    case "Add": Add(name: name)
    case "Dropout": Dropout(0, name: name)
    case "Flatten": Flatten(name: name)
    default: throw UnknownLayer(type: type)
    }
  }

  /// `RNN` of the cell named.
  func recurrence(name: String?) throws -> any DirectedLayer {
    func over<Cell: RecurrentCell>(_ cell: Cell) -> RNN<Cell> {
      RNN(
        cell, returnSequences: returnSequences ?? false, returnState: returnState ?? false,
        goBackwards: goBackwards ?? false, name: name)
    }
    let units = units ?? 0
    return switch cell {
    case "SimpleRNN": over(SimpleRNNCell(units, activation: activation ?? .tanh, usesBias: usesBias ?? true))
    case "LSTM": over(LSTMCell(units, activation: activation ?? .tanh, usesBias: usesBias ?? true))
    case "GRU":
      over(
        GRUCell(
          units, activation: activation ?? .tanh, resetAfter: resetAfter ?? true, usesBias: usesBias ?? true))
    default: over(LNSimpleRNNCell(units: units))
    }
  }

  private func bothDirections(name: String?) throws -> any Layer {
    let modes = [
      "concatenate": MergeMode.concatenate, "sum": .sum, "average": .average, "multiply": .multiply,
      "separate": .separate,
    ]
    let mode = try #require(modes[mergeMode ?? ""])
    func both(_ layer: some DirectedLayer) -> any Layer { Bidirectional(layer, mergeMode: mode, name: name) }
    let inner = try #require(inner).layer()
    let directed: any DirectedLayer = try #require(inner as? any DirectedLayer)
    return both(directed)
  }

  private func timeDistributed(name: String?) throws -> any Layer {
    func distributed(_ layer: some Layer) -> any Layer { TimeDistributed(layer, name: name) }
    let inner: any Layer = try #require(inner).layer()
    return distributed(inner)
  }

  private func penalty(_ index: Int) -> Regularizer? { l2.map { .l2($0[index]) } }
}

private struct FixtureFile<Fixture: Decodable>: Decodable {
  let cases: [Fixture]
}

/// The cases of a file beside the tests.
func fixtures<Fixture: Decodable>(_ file: String, of type: Fixture.Type) throws -> [Fixture] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let data = try Data(contentsOf: folder.appending(path: "Fixtures/\(file)"))
  return try JSONDecoder().decode(FixtureFile<Fixture>.self, from: data).cases
}
