import Foundation
import Runs
import Testing

@testable import Train

/// The callbacks that follow a metric, and the log, against Keras; `Fixtures/keras_training.py` wrote the numbers.
@Suite struct StoppingTests {
  /// Gives a metric its values, one for each batch.
  final class Series: @unchecked Sendable {
    private var values: ArraySlice<Double>

    init(_ values: [Double]) { self.values = values[...] }

    func metric() -> Metric { Metric("value") { _, _ in self.values.popFirst() ?? .nan } }
  }

  /// A model whose epochs of one batch have these values.
  static func model(_ values: [Double]) throws -> Sequential {
    let model = Sequential([Dense(1)], seed: 1)
    try model.compile(optimizer: SGD(learningRate: 0.5), loss: .meanSquaredError, metrics: [Series(values).metric()])
    return model
  }

  static func fit(_ model: Sequential, epochs: Int, _ callbacks: [any Callback]) throws -> History {
    try model.fit(Tensor(shape: [2, 1]), Tensor(shape: [2, 1]), epochs: epochs, callbacks: callbacks)
  }

  @Test(arguments: try TrainingFixture.read().stops)
  func earlyStoppingWaitsAsLong(_ fixture: TrainingFixture.Stop) throws {
    let callback = EarlyStopping(
      "value", minimumChange: fixture.minimumChange, patience: fixture.patience, direction: .min)
    let history = try Self.fit(Self.model(fixture.values), epochs: fixture.values.count, [callback])
    #expect(history["value"] == Array(fixture.values.prefix(fixture.epochs)))
    #expect(callback.bestEpoch == fixture.bestEpoch)
  }

  /// One weight w with the loss w² and steps to -4 w: the loss is 16 times as large in every epoch.
  @Test(arguments: [(0, 2), (1, 2), (2, 3)]) func aRisingLossStopsEarly(patience: Int, epochs: Int) throws {
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .ones)])
    try model.compile(optimizer: SGD(learningRate: 2.5), loss: .meanSquaredError)
    let x = try Tensor(shape: [1, 1], values: [1])
    let history = try model.fit(x, Tensor([0]), epochs: 9, callbacks: [EarlyStopping("loss", patience: patience)])
    #expect(history["loss"] == (0..<epochs).map { pow(16, Double($0)) })
    // The weights after the first epoch, which was the best one.
    #expect(model.parameters[0].value.values == [-4])
  }

  @Test func weightsStayWhenTheyAreNotWanted() throws {
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .ones)])
    try model.compile(optimizer: SGD(learningRate: 2.5), loss: .meanSquaredError)
    let stop = EarlyStopping("loss", patience: 1, restoresBestWeights: false)
    let x = try Tensor(shape: [1, 1], values: [1])
    let history = try model.fit(x, Tensor([0]), epochs: 9, callbacks: [stop])
    #expect(model.parameters[0].value.values == [Float(pow(-4, Double(history.epochs.count)))])
  }

  @Test func theBestMayBeTheLargest() throws {
    let stop = EarlyStopping("value", patience: 2, direction: .max)
    let history = try Self.fit(Self.model([1, 3, 2, 3, 4]), epochs: 5, [stop])
    #expect(history.epochs == [1, 2, 3, 4])
    #expect(stop.bestEpoch == 2)
  }

  @Test func aMetricThatIsNotMeasuredIsAnError() throws {
    expectTrainError(.invalidSetting, saying: "val_loss", "loss, value") {
      _ = try Self.fit(Self.model([1]), epochs: 1, [EarlyStopping()])
    }
    expectTrainError(.invalidSetting, saying: "missing", "loss, value") {
      _ = try Self.fit(Self.model([1]), epochs: 1, [ReduceLearningRateOnPlateau("missing")])
    }
  }

  @Test(arguments: try TrainingFixture.read().plateaus)
  func learningRatesFallWhereTheyDo(_ fixture: TrainingFixture.Plateau) throws {
    let model = try Self.model(fixture.values)
    let callback = ReduceLearningRateOnPlateau(
      "value", factor: 0.5, patience: fixture.patience, minimumChange: 0.15, cooldown: fixture.cooldown,
      minimum: fixture.minimum, direction: .min)
    let probe = Probe()
    var rates: [Double] = []
    probe.epochControl = { _ in
      rates.append((try? model.learningRate()) ?? .nan)
      return .proceed
    }
    _ = try Self.fit(model, epochs: fixture.values.count, [callback, probe])
    #expect(TrainingFixtureTests.relativeError(rates, fixture.rates) < 1e-6, "\(rates), not \(fixture.rates)")
  }

  @Test func theLogIsThatOfKeras() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let model = Sequential([Dense(1)])
    try model.build(inputShape: [1])
    try model.parameters[0].assign(try Tensor(shape: [1, 1], values: [2]))
    try model.compile(
      optimizer: SGD(learningRate: 0.125), loss: .meanSquaredError, metrics: [.meanAbsoluteError])
    let x = try Tensor(shape: [2, 1], values: [1, 3]), doubled = try Tensor(shape: [2, 1], values: [2, 6])
    try model.fit(
      x, x, epochs: 2, batchSize: 2, validationData: (doubled, x), shuffle: false, callbacks: [CSVLogger(file)])
    let wanted = try TrainingFixture.read().log.components(separatedBy: "\r\n")
    let given = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(given.count == 4 && wanted.count == 4)
    #expect(given.first == wanted.first && given.last == "" && wanted.last == "")
    for (given, wanted) in zip(given, wanted).dropFirst().dropLast() {
      let (given, wanted) = (
        given.split(separator: ",").map(String.init), wanted.split(separator: ",").map(String.init)
      )
      #expect(given.first == wanted.first)
      #expect(TrainingFixtureTests.relativeError(given.compactMap(Double.init), wanted.compactMap(Double.init)) < 1e-5)
    }
  }
}
