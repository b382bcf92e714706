import Foundation
import Runs
import Testing

@testable import Train

/// What fit does at its edges, as Keras does.
@Suite struct FitDetailTests {

  /// A loss that only rises: the weight starts right and is driven away.
  static func epochs(patience: Int) throws -> [Int] {
    let model = Sequential([Dense(1, kernelInitializer: .ones)], seed: 1)
    try model.compile(optimizer: SGD(learningRate: 3), loss: .meanSquaredError)
    let x = Tensor([1, 2, 3, 4])
    let history = try model.fit(
      x.reshaped([4, 1]), Tensor([1, 2, 3, 4.5]), epochs: 9, callbacks: [EarlyStopping("loss", patience: patience)])
    return history.epochs
  }

  @Test func patienceIsKeras() throws {
    #expect(try Self.epochs(patience: 0).count == 2)
    #expect(try Self.epochs(patience: 1).count == 2)
    #expect(try Self.epochs(patience: 2).count == 3)
  }

  @Test func aWishAfterTheLastBatchIsObeyed() throws {
    let probe = Probe()
    probe.control = { $0.epoch == 2 ? .stop(.stopped(reason: "enough")) : .proceed }
    let history = try FitTests.model().fit(FitTests.x, FitTests.y, epochs: 5, callbacks: [probe])
    #expect(history.epochs == [1, 2] && history.ending == .stopped(reason: "enough"))
  }

  @Test func divergenceKeepsTheLastGoodCheckpoint() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let model = try FitTests.model(SGD(learningRate: 1e6))
    let history = try model.fit(
      FitTests.x, FitTests.y, epochs: 30, callbacks: [ModelCheckpoint(file), StopOnNaN()])
    guard case .diverged(let epoch, _) = history.ending else {
      Issue.record("did not diverge: \(history.ending)")
      return
    }
    let other = try FitTests.model(SGD(learningRate: 1e6))
    try other.build(inputShape: [2])
    #expect(try other.loadCheckpoint(from: file) < epoch)
  }

  @Test func classWeightsDoNotWeighValidation() throws {
    let y = Tensor((0..<10).map { Float($0 % 2) })
    let losses = try [nil, [1: Float(10)]].map { weights in
      let model = Sequential([Dense(1, activation: .sigmoid, kernelInitializer: .zeros)], seed: 1)
      try model.compile(optimizer: SGD(learningRate: 1e-20), loss: .binaryCrossentropy())
      let history = try model.fit(FitTests.x, y, validationSplit: 0.4, classWeights: weights)
      return (history["loss"][0], history["val_loss"][0])
    }
    #expect(abs(losses[0].1 - losses[1].1) < 1e-9)
    #expect(abs(losses[1].0 / losses[0].0 - 5.5) < 1e-5)
  }

  @Test func metricsLeaveOutMaskedSteps() throws {
    let model = Sequential(
      [
        Embedding(4, 1, masksZero: true, embeddingsInitializer: .zeros),
        TimeDistributed(Dense(1, biasInitializer: .ones)),
      ],
      seed: 1)
    try model.compile(loss: .meanSquaredError, metrics: [.accuracy, .meanAbsoluteError])
    let x = try Tensor(shape: [1, 4], values: [0, 0, 1, 2])
    let y = try Tensor(shape: [1, 4, 1], values: [0, 0, 1, 1])
    let measured = try model.evaluate(x, y)
    #expect(measured.metrics["accuracy"] == 1 && measured.metrics["mean_absolute_error"] == 0)
  }

  @Test func metricsThatCannotCompareAreRefused() throws {
    let model = Sequential([Dense(3, activation: .softmax)], seed: 1)
    try model.compile(loss: .sparseCategoricalCrossentropy(), metrics: [.accuracy, .binaryAccuracy()])
    let classes = Tensor((0..<10).map { Float($0 % 3) })
    expectTrainError(.shapeMismatch, saying: "binary_accuracy", "accuracy") {
      try model.fit(FitTests.x, classes)
    }
  }

  @Test func metricsOfOneNameAreNumbered() throws {
    let model = try FitTests.model()
    try model.compile(loss: .meanSquaredError, metrics: [.binaryAccuracy(), .binaryAccuracy(threshold: 0)])
    let history = try model.fit(FitTests.x, FitTests.y)
    #expect(history.metrics.keys.sorted() == ["binary_accuracy", "binary_accuracy_1", "loss"])
  }

  /// A probability that is wrong beyond the precision of Float still has a gradient.
  @Test func saturatedOutputsLearn() throws {
    let model = Sequential([Dense(1, activation: .sigmoid, kernelInitializer: .constant(30))], seed: 1)
    try model.compile(optimizer: SGD(learningRate: 1), loss: .binaryCrossentropy())
    let history = try model.fit(Tensor(shape: [1, 1], values: [1]), Tensor([0]))
    #expect(abs(history["loss"][0] - 30) < 1e-4)
    #expect(abs((model.parameters.first?.value.values[0] ?? 0) - 29) < 1e-4)
  }

  @Test func sequenceLossDoesNotDependOnTheBatch() throws {
    let model = Sequential([SimpleRNN(3, returnSequences: true)], seed: 1)
    try model.compile(loss: .sequenceCrossentropy)
    let x = randomTensor([4, 5, 2], seed: 1)
    let y = try Tensor(shape: [4, 5], values: (0..<20).map { Float($0 % 3) })
    let weights = try Tensor(shape: [4, 5], values: (0..<20).map { Float($0 % 7) })
    let whole = try model.evaluate(x, y, sampleWeights: weights).loss
    for size in [1, 2, 3] {
      #expect(abs(try model.evaluate(x, y, batchSize: size, sampleWeights: weights).loss - whole) < 1e-6)
    }
  }

  @Test(arguments: [Double.nan, -1e300, 1, 2, .infinity]) func validationSplits(_ fraction: Double) throws {
    let model = try FitTests.model()
    expectTrainError(.invalidSetting, saying: "validation split") {
      try model.fit(FitTests.x, FitTests.y, validationSplit: fraction)
    }
  }

  @Test func unknownMetricsNeedADirection() throws {
    let model = try FitTests.model()
    try model.compile(loss: .meanSquaredError, metrics: [Metric("f1") { _, _ in 1 }])
    expectTrainError(.invalidSetting, saying: "f1", "direction") {
      try model.fit(FitTests.x, FitTests.y, callbacks: [EarlyStopping("f1")])
    }
    try model.fit(FitTests.x, FitTests.y, epochs: 2, callbacks: [EarlyStopping("f1", direction: .max)])
  }
}
