import Foundation
import Testing

@testable import Train

/// What Keras' `fit` and its callbacks did; `Fixtures/keras_training.py` wrote it.
struct TrainingFixture: Decodable {
  let cases: [Case]
  let stops: [Stop]
  let plateaus: [Plateau]
  /// The file of a `CSVLogger`.
  let log: String

  static func read() throws -> TrainingFixture {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/keras_training.json"))
    return try JSONDecoder().decode(TrainingFixture.self, from: data)
  }

  /// Three epochs of a small model, in order and in batches of 3.
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let loss: String
    let optimizer: String
    let activation: String
    let recurrent: Bool
    let units: Int
    let metrics: [String]
    let x: LayerFixtureTests.Array
    let y: LayerFixtureTests.Array
    let weights: [LayerFixtureTests.Array]
    let sampleWeights: LayerFixtureTests.Array?
    /// The weights of the classes 0 and 1.
    let classWeights: [Float]?
    let history: [String: [Double]]
    let evaluation: [String: Double]
    let weightsAfter: [LayerFixtureTests.Array]

    var testDescription: String { name }
  }

  /// How many epochs an `EarlyStopping` let pass.
  struct Stop: Decodable, CustomTestStringConvertible {
    let series: String
    let values: [Double]
    let patience: Int
    let minimumChange: Double
    let epochs: Int
    let bestEpoch: Int

    var testDescription: String { "\(series), patience \(patience), minimum change \(minimumChange)" }
  }

  /// The learning rates that a `ReduceLROnPlateau` made, after each epoch.
  struct Plateau: Decodable, CustomTestStringConvertible {
    let series: String
    let values: [Double]
    let patience: Int
    let cooldown: Int
    let minimum: Double
    let rates: [Double]

    var testDescription: String { "\(series), patience \(patience), cooldown \(cooldown), minimum \(minimum)" }
  }
}

extension TrainingFixture.Case {
  /// The model with the given weights, compiled.
  func model() throws -> Sequential {
    let first: any Layer = recurrent ? SimpleRNN(4, returnSequences: true) : Dense(4, activation: .tanh)
    let model = Sequential([first, Dense(units, activation: try #require(Activation(rawValue: activation)))])
    try model.build(inputShape: x.shape.dropFirst().map { $0 })
    #expect(model.parameters.map(\.shape) == weights.map(\.shape))
    for (parameter, value) in zip(model.parameters, weights) { try parameter.assign(value.tensor()) }
    try model.compile(
      optimizer: try #require(Self.optimizers[optimizer]), loss: try #require(Self.losses[loss]),
      metrics: try metrics.map { try #require(Self.metrics[$0]) })
    return model
  }

  private static let losses: [String: Loss] = [
    "mse": .meanSquaredError, "mae": .meanAbsoluteError, "huber": .huber(delta: 0.7), "bce": .binaryCrossentropy(),
    "bce_logits": .binaryCrossentropy(fromLogits: true), "cce": .categoricalCrossentropy(),
    "cce_logits": .categoricalCrossentropy(fromLogits: true), "scce": .sparseCategoricalCrossentropy(),
    "scce_logits": .sparseCategoricalCrossentropy(fromLogits: true),
  ]

  private static let metrics: [String: Metric] = [
    "accuracy": .accuracy, "binary_accuracy": .binaryAccuracy(), "mean_absolute_error": .meanAbsoluteError,
    "mean_squared_error": .meanSquaredError, "root_mean_squared_error": .rootMeanSquaredError,
  ]

  private static let optimizers: [String: any Optimizer] = [
    "sgd": SGD(learningRate: 0.3),
    "momentum": SGD(learningRate: 0.1, momentum: 0.9),
    "nesterov": SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
    "rmsprop": RMSProp(learningRate: 0.05),
    "rmsprop_momentum": RMSProp(learningRate: 0.05, rho: 0.8, momentum: 0.5),
    "adam": Adam(learningRate: 0.05, beta1: 0.8, beta2: 0.95),
    "adamw": AdamW(learningRate: 0.05, weightDecay: 0.1, beta1: 0.8, beta2: 0.95),
    "clip_value": SGD(learningRate: 0.3, clipping: .value(0.1)),
    "clip_norm": SGD(learningRate: 0.3, clipping: .norm(0.2)),
    "clip_global_norm": SGD(learningRate: 0.3, clipping: .globalNorm(0.2)),
    "exponential": SGD(learningRate: 0.3, schedule: .exponential(every: 4, factor: 0.5)),
    "staircase": SGD(learningRate: 0.3, schedule: .step(every: 4, factor: 0.5)),
    "cosine": SGD(learningRate: 0.3, schedule: .cosine(steps: 6, end: 0.1)),
  ]
}
