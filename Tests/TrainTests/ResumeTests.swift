import Foundation
import Testing

@testable import Train

/// A training that was stopped and resumed ends with the same bits as one that never was.
@Suite struct ResumeTests {
  static let x = Tensor(uncheckedShape: [40, 6], values: (0..<240).map { Float(($0 * 7 + $0 / 11) % 13) })
  static let y = Tensor((0..<40).map { Float($0 % 3 == 0 ? 1 : 0) })

  static func model(_ optimizer: any Optimizer) throws -> Sequential {
    let model = Sequential(
      [Embedding(13, 5), LSTM(4, dropout: 0.3, recurrentDropout: 0.2), Dropout(0.2), Dense(1, activation: .sigmoid)],
      seed: 3)
    try model.compile(optimizer: optimizer, loss: .binaryCrossentropy(), metrics: [.accuracy])
    try model.build(inputShape: [6])
    return model
  }

  static func callbacks(_ file: URL) -> [any Callback] {
    [
      ModelCheckpoint(file), EarlyStopping("val_loss", patience: 50),
      ReduceLearningRateOnPlateau(factor: 0.5, patience: 1),
    ]
  }

  static func fit(
    _ model: Model, to epochs: Int, from initialEpoch: Int = 0, _ callbacks: [any Callback]
  ) throws -> History {
    try model.fit(
      x, y, epochs: epochs, batchSize: 7, validationSplit: 0.2, initialEpoch: initialEpoch, callbacks: callbacks)
  }

  static let optimizers: [any Optimizer] = [
    Adam(learningRate: 0.05, schedule: .warmUp(steps: 7, then: .cosine(steps: 60))), AdamW(learningRate: 0.02),
    SGD(learningRate: 0.1, momentum: 0.9, nesterov: true, clipping: .globalNorm(0.5)), RMSProp(momentum: 0.5),
  ]

  @Test(arguments: 0..<4, [1, 4, 7]) func sameBits(_ index: Int, stop: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let whole = try Self.model(Self.optimizers[index])
    let wanted = try Self.fit(whole, to: 9, Self.callbacks(file))
    let first = try Self.model(Self.optimizers[index])
    _ = try Self.fit(first, to: stop, Self.callbacks(file))
    let second = try Self.model(Self.optimizers[index])
    let callbacks = Self.callbacks(file)
    let epoch = try second.loadCheckpoint(from: file, callbacks: callbacks)
    #expect(epoch == stop)
    let rest = try Self.fit(second, to: 9, from: epoch, callbacks)
    #expect(rest.epochs == Array(stop + 1...9))
    for (name, values) in wanted.metrics { #expect(rest[name] == Array(values[stop...]), "\(name)") }
    for (a, b) in zip(whole.parameters, second.parameters) { #expect(a.value == b.value, "\(a.name)") }
  }

  /// A regularizer of weight zero makes every row change at every step, as it would without bookkeeping of rows.
  @Test(arguments: 0..<4) func rowsThatWaitGetTheSameBits(_ index: Int) throws {
    let results = try [nil, Regularizer.l2(0)].map { regularizer in
      let model = Sequential(
        [Embedding(30, 5, embeddingsRegularizer: regularizer), LSTM(4), Dense(1, activation: .sigmoid)], seed: 3)
      try model.compile(optimizer: Self.optimizers[index], loss: .binaryCrossentropy())
      // Ids up to 12 are used by few batches each, the others never.
      try model.fit(Self.x, Self.y, epochs: 8, batchSize: 3)
      return model.parameters.map(\.value)
    }
    #expect(results[0] == results[1])
  }

  /// Two callbacks that follow one metric keep what each of them remembers.
  @Test func callbacksOfOneKindAreToldApart() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    func callbacks() -> [EarlyStopping] {
      [EarlyStopping("loss", patience: 90), EarlyStopping("loss", minimumChange: 10, patience: 90)]
    }
    let (saved, loaded) = (callbacks(), callbacks())
    _ = try Self.fit(Self.model(Adam(learningRate: 0.05)), to: 4, saved + [ModelCheckpoint(file)])
    #expect(saved[0].bestEpoch == 4 && saved[1].bestEpoch == 1)
    _ = try Self.model(Adam(learningRate: 0.05)).loadCheckpoint(from: file, callbacks: loaded)
    #expect(loaded.map(\.bestEpoch) == [4, 1])
    #expect(loaded.map { $0.resumeState.tensors } == saved.map { $0.resumeState.tensors })
  }

  @Test func checkpointsOfAnotherOptimizerAreRefused() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let model = try Self.model(Adam())
    try model.saveCheckpoint(to: file, epoch: 2)
    expectTrainError(.checkpoint, saying: "adam", "sgd") {
      _ = try Self.model(SGD()).loadCheckpoint(from: file)
    }
    try model.saveWeights(to: file)
    expectTrainError(.checkpoint, saying: "loadWeights") { _ = try model.loadCheckpoint(from: file) }
  }
}
