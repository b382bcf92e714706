import Foundation
import Testing

@testable import Train

/// A second `fit`, of the same model or of a checkpoint: the bits of a training that never stopped, or a reason why not.
@Suite final class ContinuedFitTests {
  let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
  deinit { try? FileManager.default.removeItem(at: file) }

  static func model(seed: UInt64 = 3) throws -> Sequential {
    let model = Sequential(
      [Embedding(13, 5), LSTM(4, dropout: 0.3), Dense(1, activation: .sigmoid)], seed: seed)
    try model.compile(optimizer: Adam(learningRate: 0.02), loss: .binaryCrossentropy())
    try model.build(inputShape: [6])
    return model
  }

  @discardableResult static func fit(
    _ model: Sequential, to epochs: Int, from initialEpoch: Int = 0, samples: Int = 40, batchSize: Int = 7,
    shuffle: Bool = true, seed: UInt64? = nil, _ callbacks: [any Callback] = []
  ) throws -> History {
    let rows = Array(0..<samples)
    return try model.fit(
      ResumeTests.x.gathering(rows), ResumeTests.y.gathering(rows), epochs: epochs, batchSize: batchSize,
      shuffle: shuffle, seed: seed, initialEpoch: initialEpoch, callbacks: callbacks)
  }

  @Test(arguments: [nil, 9] as [UInt64?]) func oneModelGoesOn(seed: UInt64?) throws {
    let (whole, parts) = (try Self.model(), try Self.model())
    let wanted = try Self.fit(whole, to: 6, seed: seed)
    try Self.fit(parts, to: 2, seed: seed)
    try Self.fit(parts, to: 3, from: 2, seed: seed)
    // The seed of the training that goes on need not be told again.
    let rest = try Self.fit(parts, to: 6, from: 3)
    #expect(rest["loss"] == Array(wanted["loss"][3...]))
    #expect(whole.parameters.map(\.value) == parts.parameters.map(\.value))
  }

  /// The second training of a model has orders of its own, which its checkpoint remembers.
  @Test func aSecondTrainingResumes() throws {
    let (whole, first) = (try Self.model(), try Self.model())
    for model in [whole, first] { try Self.fit(model, to: 3, seed: 8) }
    let wanted = try Self.fit(whole, to: 5)
    try Self.fit(first, to: 2, [ModelCheckpoint(file)])
    let second = try Self.model()
    #expect(try second.loadCheckpoint(from: file) == 2)
    let rest = try Self.fit(second, to: 5, from: 2)
    #expect(rest["loss"] == Array(wanted["loss"][2...]))
    #expect(whole.parameters.map(\.value) == second.parameters.map(\.value))
  }

  @Test func whatDiffersIsRefused() throws {
    try Self.fit(Self.model(), to: 2, seed: 5, [ModelCheckpoint(file)])
    let model = try Self.model()
    #expect(try model.loadCheckpoint(from: file) == 2)
    let before = model.parameters.map(\.value)
    expectTrainError(.invalidSetting, saying: "batch size 7", "8 was given", "initialEpoch of 0") {
      try Self.fit(model, to: 5, from: 2, batchSize: 8)
    }
    expectTrainError(.invalidSetting, saying: "samples 40", "39 was given") {
      try Self.fit(model, to: 5, from: 2, samples: 39)
    }
    expectTrainError(.invalidSetting, saying: "seed 5", "6 was given") { try Self.fit(model, to: 5, from: 2, seed: 6) }
    expectTrainError(.invalidSetting, saying: "shuffle true", "false was given") {
      try Self.fit(model, to: 5, from: 2, shuffle: false)
    }
    expectTrainError(.invalidSetting, saying: "2 epochs", "initialEpoch of 3", "Give 2") {
      try Self.fit(model, to: 5, from: 3)
    }
    expectTrainError(.invalidSetting, saying: "-1") { try Self.fit(model, to: 5, from: -1) }
    expectTrainError(.checkpoint, saying: "seed 3", "seed 4") {
      _ = try Self.model(seed: 4).loadCheckpoint(from: self.file)
    }
    #expect(model.parameters.map(\.value) == before)
    // A training of its own may differ in everything.
    try Self.fit(model, to: 1, samples: 30, batchSize: 3, shuffle: false, seed: 1)
  }

  @Test func weightsOfAnotherEpochAreRefused() throws {
    let model = try Self.model()
    let stop = StopRequest()
    let probe = Probe()
    probe.control = { batch in
      if batch.epoch == 3, batch.batch == 2 { stop.request() }
      return .proceed
    }
    #expect(try Self.fit(model, to: 4, [probe, stop]).ending == .interrupted)
    expectTrainError(.invalidSetting, saying: "within epoch 3", "14 steps", "12 make 2") {
      try Self.fit(model, to: 4, from: 2)
    }
    let other = try Self.model()
    try Self.fit(other, to: 2)
    try other.parameters[0].assign(Tensor(repeating: 0.5, shape: other.parameters[0].shape))
    expectTrainError(.invalidSetting, saying: "replaced since the end of epoch 2") {
      try Self.fit(other, to: 4, from: 2)
    }
    // Compiled anew, a model begins a training that may count its epochs as it likes.
    try other.compile(loss: .binaryCrossentropy())
    #expect(try Self.fit(other, to: 12, from: 10).epochs == [11, 12])
  }

  @Test func nothingIsLeftToDo() throws {
    let model = try Self.model()
    try Self.fit(model, to: 2)
    let before = model.parameters.map(\.value)
    let probe = Probe()
    let history = try Self.fit(model, to: 2, from: 2, [probe])
    #expect(history.epochs == [] && history.ending == .finished && probe.history == history)
    #expect(model.parameters.map(\.value) == before)
    expectTrainError(.invalidSetting, saying: "2 epochs are trained", "epochs: 1") {
      try Self.fit(model, to: 1, from: 2)
    }
  }
}
