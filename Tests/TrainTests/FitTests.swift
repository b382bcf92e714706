import Testing

@testable import Train

/// The order of events, what is measured and how training ends.
@Suite struct FitTests {
  /// y = 2 x₀ - x₁, 10 samples.
  static let x = randomTensor([10, 2], seed: 1)
  static let y = Tensor((0..<10).map { 2 * x[$0, 0] - x[$0, 1] })

  static func model(_ optimizer: any Optimizer = Adam(learningRate: 0.01)) throws -> Sequential {
    let model = Sequential([Dense(1)], seed: 2)
    try model.compile(optimizer: optimizer, loss: .meanSquaredError)
    return model
  }

  @Test func theLossOfAnEpochIsWeightedBySamples() throws {
    let probe = Probe()
    let history = try Self.model().fit(Self.x, Self.y, epochs: 2, batchSize: 4, callbacks: [probe])
    #expect(probe.plan == TrainingPlan(epochs: 2, batches: 3, samples: 10))
    #expect(probe.begun == [1, 2] && probe.ended == [1, 2])
    #expect(probe.batches.map(\.batch) == [1, 2, 3, 1, 2, 3])
    let losses = probe.batches.prefix(3).map(\.loss)
    let wanted = (4 * losses[0] + 4 * losses[1] + 2 * losses[2]) / 10
    #expect(abs(history["loss"][0] - wanted) < 1e-12)
    #expect(history.epochs == [1, 2])
    #expect(history.ending == .finished)
    #expect(probe.history == history)
  }

  @Test func validationLossIsThatOfEvaluate() throws {
    let model = try Self.model()
    let history = try model.fit(Self.x, Self.y, epochs: 3, validationData: (Self.x, Self.y))
    #expect(history["val_loss"].count == 3)
    #expect(history["val_loss"].last == (try model.evaluate(Self.x, Self.y).loss))
    #expect(history.metrics.keys.sorted() == ["loss", "val_loss"])
    #expect(history["accuracy"].isEmpty)
  }

  @Test func aLineIsLearnt() throws {
    let model = try Self.model(Adam(learningRate: 0.05))
    try model.fit(Self.x, Self.y, epochs: 400)
    #expect(try model.evaluate(Self.x, Self.y).loss < 1e-6)
    let kernel = try #require(model.parameters.first).value
    #expect(abs(kernel[0, 0] - 2) < 1e-2 && abs(kernel[1, 0] + 1) < 1e-2)
  }

  @Test func shufflingUsesEverySampleOnceInAnOrderOfItsOwn() throws {
    let orders = try [true, false].map { shuffle in
      let model = Sequential([Dense(1, kernelInitializer: .zeros)], seed: 2)
      // Too small to change the weights, so each batch of one sample shows the square of its target.
      try model.compile(optimizer: Adam(learningRate: 1e-30), loss: .meanSquaredError)
      let probe = Probe()
      try model.fit(
        Self.x, Tensor((0..<10).map { Float($0) }), epochs: 2, batchSize: 1, shuffle: shuffle, callbacks: [probe])
      return probe.batches.map { $0.loss.squareRoot() }
    }
    #expect(orders[1] == (Array(0..<10) + Array(0..<10)).map(Double.init))
    #expect(orders[0].prefix(10).sorted() == (0..<10).map(Double.init))
    #expect(orders[0].prefix(10) != orders[0].suffix(10))
    #expect(orders[0].prefix(10) != orders[1].prefix(10))
  }

  @Test func theOrderComesFromTheSeedOfFit() throws {
    let weights = try [5, 5, 6].map { (seed: UInt64) in
      let model = try Self.model()
      try model.fit(Self.x, Self.y, epochs: 2, batchSize: 3, seed: seed)
      return model.parameters.map(\.value)
    }
    #expect(weights[0] == weights[1])
    #expect(weights[0] != weights[2])
  }

  @Test func aSecondFitGoesOn() throws {
    let model = try Self.model()
    let first = try model.fit(Self.x, Self.y, epochs: 50)
    let second = try model.fit(Self.x, Self.y, epochs: 50)
    #expect(second["loss"][0] < (first["loss"].last ?? 0))
    #expect(second.epochs.first == 1)
  }

  @Test func batchesLargerThanTheDataAreAllOfIt() throws {
    let probe = Probe()
    try Self.model().fit(Self.x, Self.y, epochs: 1, batchSize: 1000, callbacks: [probe])
    #expect(probe.batches.count == 1)
  }

  @Test func aStopRequestEndsAfterTheBatch() throws {
    let request = StopRequest()
    let probe = Probe()
    probe.control = { batch in
      if batch.epoch == 2, batch.batch == 2 { request.request() }
      return .proceed
    }
    let history = try Self.model().fit(
      Self.x, Self.y, epochs: 5, batchSize: 4, validationData: (Self.x, Self.y), callbacks: [probe, request])
    #expect(probe.batches.count == 5)
    #expect(history.epochs == [1])
    #expect(history.metrics.values.allSatisfy { $0.count == 1 })
    #expect(history.ending == .interrupted)
    #expect(probe.history?.ending == .interrupted)
  }

  @Test func aRequestAfterTheLastBatchKeepsTheEpoch() throws {
    let request = StopRequest()
    let probe = Probe()
    probe.control = { batch in
      if batch.epoch == 2, batch.batch == 3 { request.request() }
      return .proceed
    }
    let history = try Self.model().fit(Self.x, Self.y, epochs: 5, batchSize: 4, callbacks: [probe, request])
    #expect(history.epochs == [1, 2])
    #expect(history.ending == .interrupted)
  }

  @Test func aCallbackEndsTrainingForAReason() throws {
    let probe = Probe()
    probe.epochControl = { $0 == 3 ? .stop(.stopped(reason: "good enough")) : .proceed }
    let history = try Self.model().fit(Self.x, Self.y, epochs: 9, callbacks: [probe])
    #expect(history.epochs == [1, 2, 3])
    #expect(history.ending == .stopped(reason: "good enough"))
  }

  @Test func divergenceIsMarkedWithItsEpoch() throws {
    let model = try Self.model(Adam(learningRate: 1e30))
    let history = try model.fit(
      Self.x, Self.y, epochs: 20, validationData: (Self.x, Self.y), callbacks: [StopOnNaN()])
    let last = try #require(history.epochs.last)
    guard case .diverged(last, _) = history.ending else { throw CancellationError() }
    #expect(last < 20)
    #expect(history["val_loss"].last?.isFinite == false)
    #expect(history["val_loss"].count == history.epochs.count)
  }

  @Test func predictionsDoNotDependOnTheBatch() throws {
    let model = Sequential([LSTM(3, returnSequences: true), LSTM(2), Dense(1)], seed: 1)
    let x = randomTensor([23, 5, 2], seed: 9)
    let whole = try model.predict(x, batchSize: 100)
    #expect(whole.shape == [23, 1])
    for batchSize in [1, 7, 16, 23] { #expect(try model.predict(x, batchSize: batchSize) == whole) }
    #expect(try model.predict(x.gathering([4])).values == [whole.values[4]])
  }

  @Test func predictionEqualsTheForwardPassOfTraining() throws {
    let model = Sequential([LSTM(5, returnSequences: true), Dense(2, activation: .tanh)], seed: 1)
    let x = randomTensor([18, 4, 3], seed: 9)
    let predicted = try model.predict(x)
    #expect(try model(Tape().constant(x)).value == predicted)
  }

  @Test func everyStepCanHaveATarget() throws {
    let model = Sequential([LSTM(8, returnSequences: true), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(learningRate: 0.02), loss: .meanSquaredError)
    let x = randomTensor([16, 5, 1], seed: 1)
    let history = try model.fit(x, x, epochs: 100)
    #expect(history["loss"].last ?? 1 < 0.1 * history["loss"][0])
  }
}
