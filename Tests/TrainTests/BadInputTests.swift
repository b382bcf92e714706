import Testing

@testable import Train

/// What is refused, with the kind of error and the words a user needs.
@Suite struct BadInputTests {
  static let x = randomTensor([6, 4, 2], seed: 1)
  static let y = randomTensor([6], seed: 2)

  static func model() throws -> Sequential {
    let model = Sequential([LSTM(3), Dense(1)], name: "demo")
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    return model
  }

  @Test func shapesOfTensors() {
    expectTrainError(.shapeMismatch, saying: "6 values", "5 were given") {
      _ = try Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5])
    }
    expectTrainError(.shapeMismatch, saying: "-1") { _ = try Tensor(shape: [-1, -1], values: [1]) }
    expectTrainError(.shapeMismatch, saying: "memory") { _ = try Tensor(shape: [.max, 2], values: []) }
    expectTrainError(.shapeMismatch, saying: "[4]") { _ = try Tensor([1, 2]).reshaped([4]) }
  }

  @Test func inputsThatALayerCannotRead() throws {
    let model = try Self.model()
    expectTrainError(.shapeMismatch, saying: "lstm", "(batch, time, features)", "(any, 2)") {
      try model.fit(randomTensor([6, 2], seed: 1), Self.y)
    }
    expectTrainError(.shapeMismatch, saying: "dense", "fixed length") {
      try Sequential([Dense(1)]).build(inputShape: [3, nil])
    }
    expectTrainError(.shapeMismatch, saying: "fixed length") { try Sequential([Dense(1)]).build(inputShape: []) }
  }

  @Test func inputsOfAnotherShapeThanTheModels() throws {
    let model = try Self.model()
    try model.fit(Self.x, Self.y)
    expectTrainError(
      .shapeMismatch, saying: "demo", "expects", "(batch, time, features) = (any, 4, 2)", "(any, 5, 2)"
    ) { _ = try model.predict(randomTensor([6, 5, 2], seed: 1)) }
    expectTrainError(.shapeMismatch, saying: "(any, 4, 2)") { try model.build(inputShape: [4, 1]) }
    expectTrainError(.shapeMismatch, saying: "(any, 4, 3)") {
      _ = try model(Tape().constant(randomTensor([1, 4, 3], seed: 1)))
    }
  }

  @Test func targetsThatDoNotFit() throws {
    let model = try Self.model()
    expectTrainError(.shapeMismatch, saying: "6 samples", "5 targets") {
      try model.fit(Self.x, randomTensor([5], seed: 1))
    }
    expectTrainError(.shapeMismatch, saying: "(batch, features) = (any, 1)", "(6, 2)") {
      try model.fit(Self.x, randomTensor([6, 2], seed: 1))
    }
    expectTrainError(.shapeMismatch, saying: "validation data") {
      try model.fit(Self.x, Self.y, validationData: (Self.x, randomTensor([6, 2], seed: 1)))
    }
  }

  @Test func targetsOfAVaryingLengthThatDoNotFit() throws {
    let model = Sequential([LSTM(3, returnSequences: true), Dense(1)])
    try model.compile(loss: .meanSquaredError)
    try model.build(inputShape: [nil, 2])
    expectTrainError(.shapeMismatch, saying: "(6, 4, 1)", "(6, 3, 1)") {
      try model.fit(Self.x, randomTensor([6, 3, 1], seed: 1))
    }
    try model.fit(Self.x, randomTensor([6, 4, 1], seed: 1))
    try model.fit(randomTensor([6, 9, 2], seed: 1), randomTensor([6, 9, 1], seed: 1))
  }

  @Test func emptyData() throws {
    let model = try Self.model()
    let none = Tensor(shape: [0, 4, 2])
    expectTrainError(.emptyData, saying: "training data") { try model.fit(none, Tensor([])) }
    expectTrainError(.emptyData, saying: "prediction data") { _ = try model.predict(none) }
    expectTrainError(.emptyData, saying: "evaluation data") { _ = try model.evaluate(none, Tensor([])) }
    expectTrainError(.emptyData) { _ = try model.predict(Tensor(shape: [3, 0, 2])) }
  }

  @Test func settingsOutOfRange() throws {
    let model = try Self.model()
    for count in [0, -3] {
      expectTrainError(.invalidSetting, saying: "epochs", "\(count)", "at least 1") {
        try model.fit(Self.x, Self.y, epochs: count)
      }
      expectTrainError(.invalidSetting, saying: "batch size", "\(count)") {
        try model.fit(Self.x, Self.y, batchSize: count)
      }
      expectTrainError(.invalidSetting, saying: "batch size") { _ = try model.predict(Self.x, batchSize: count) }
      expectTrainError(.invalidSetting, saying: "batch size") {
        _ = try model.evaluate(Self.x, Self.y, batchSize: count)
      }
      expectTrainError(.invalidSetting, saying: "at least 1 unit") {
        try Sequential([Dense(count)]).build(inputShape: [2])
      }
      expectTrainError(.invalidSetting, saying: "at least 1 unit") {
        try Sequential([LSTM(count)]).build(inputShape: [2, 2])
      }
    }
    expectTrainError(.invalidSetting, saying: "no layers") { try Sequential([]).build(inputShape: [2]) }
  }

  @Test(arguments: [0, -0.1, .nan, .infinity]) func learningRates(_ rate: Double) {
    expectTrainError(.invalidSetting, saying: "learning rate", "\(rate)", "above 0") {
      try Sequential([Dense(1)]).compile(optimizer: Adam(learningRate: rate), loss: .meanSquaredError)
    }
  }

  @Test func settingsOfAdam() {
    for adam in [Adam(beta1: 1), Adam(beta2: -0.1), Adam(beta1: .nan), Adam(epsilon: -1), Adam(epsilon: .nan)] {
      expectTrainError(.invalidSetting, saying: "Adam") { try adam.validate() }
    }
  }

  @Test func valuesThatAreNotFinite() throws {
    let model = try Self.model()
    for bad in [Float.nan, .infinity, -.infinity] {
      var x = Self.x
      x.values[13] = bad
      expectTrainError(.notFinite, saying: "training data x", "position 13") { try model.fit(x, Self.y) }
      expectTrainError(.notFinite, saying: "prediction data x") { _ = try model.predict(x) }
      var y = Self.y
      y.values[2] = bad
      expectTrainError(.notFinite, saying: "evaluation data y", "position 2") { _ = try model.evaluate(Self.x, y) }
    }
  }

  @Test func modelsThatAreNotReady() throws {
    let model = Sequential([Dense(1)], name: "demo")
    expectTrainError(.notCompiled, saying: "demo", "compile") { try model.fit(Self.x, Self.y) }
    expectTrainError(.notCompiled) { _ = try model.evaluate(Self.x, Self.y) }
    expectTrainError(.notBuilt, saying: "demo", "build(inputShape:)") { _ = try model.summary() }
  }

  @Test func seriesForWindows() {
    expectTrainError(.emptyData, saying: "13 values", "at least 14") {
      _ = try WindowedSeries([Double](repeating: 0, count: 13), length: 12)
    }
    expectTrainError(.invalidSetting, saying: "window of 0") { _ = try WindowedSeries([1, 2, 3], length: 0) }
    expectTrainError(.notFinite, saying: "position 1") { _ = try WindowedSeries([1, .nan, 3, 4], length: 1) }
  }

  @Test func seriesForStandardization() {
    expectTrainError(.emptyData) { _ = try Standardization(of: []) }
    expectTrainError(.invalidSetting, saying: "differ") { _ = try Standardization(of: [3, 3, 3]) }
    expectTrainError(.invalidSetting, saying: "divisor") { _ = try Standardization(of: [1, 2], divisor: 0) }
    expectTrainError(.notFinite) { _ = try Standardization(of: [1, .infinity]) }
  }

  @Test func splitsWithAnEmptyPart() {
    for count in [-1, 0, 1] { expectTrainError(.emptyData) { _ = try TrainTestSplit(count: count, seed: 1) } }
    expectTrainError(.emptyData) { _ = try TrainTestSplit(count: 5, testFraction: 1, seed: 1) }
    expectTrainError(.emptyData) { _ = try TrainTestSplit(count: 5, testFraction: 0, seed: 1) }
    for fraction in [-0.1, 1.1, .nan] {
      expectTrainError(.invalidSetting, saying: "\(fraction)") {
        _ = try TrainTestSplit(count: 5, testFraction: fraction, seed: 1)
      }
    }
  }
}
