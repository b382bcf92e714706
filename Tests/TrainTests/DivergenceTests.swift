import Foundation
import Testing

@testable import Train

/// Trainings that leave the numbers, however late, end as `diverged`.
@Suite struct DivergenceTests {
  /// One weight w of 1 with the loss w² x², which steps of these sizes drive away.
  static func history(rate: Double, epochs: Int, x: Float = 1, _ callbacks: [any Callback]) throws -> History {
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .ones)])
    try model.compile(optimizer: SGD(learningRate: rate), loss: .meanSquaredError)
    return try model.fit(Tensor(shape: [1, 1], values: [x]), Tensor([0]), epochs: epochs, callbacks: callbacks)
  }

  @Test func theLastStepMayRuinTheWeights() throws {
    // The loss before the step is 1; the step is out of range.
    let history = try Self.history(rate: 1e300, epochs: 1, [StopOnNaN()])
    #expect(history["loss"] == [1])
    #expect(history.ending == .diverged(epoch: 1, reason: "After epoch 1 the weights were not finite numbers."))
  }

  @Test func aLossMayGrowTooMuch() throws {
    // 1, 16, 256, …
    #expect(try Self.history(rate: 2.5, epochs: 4, [StopOnNaN()]).ending == .finished)
    let history = try Self.history(rate: 2.5, epochs: 4, [EarlyStopping("loss", patience: 2), StopOnNaN(growth: 20)])
    #expect(history["loss"] == [1, 16, 256])
    let reason = "The loss of epoch 3 was 256.0, more than 20.0 times the loss of the first batch, 1.0."
    #expect(history.ending == .diverged(epoch: 3, reason: reason))
  }

  @Test func aLossThatIsNoNumberIsNamedWithItsBatch() throws {
    let model = Sequential([Dense(1, usesBias: false, kernelInitializer: .constant(1e30))])
    try model.compile(optimizer: SGD(), loss: .meanSquaredError)
    let first = try model.fit(Tensor(shape: [1, 1], values: [1]), Tensor([0]), callbacks: [StopOnNaN()])
    #expect(
      first.ending == .diverged(epoch: 1, reason: "The loss of batch 1 in epoch 1 was not a finite number."))
  }

  @Test func ruinedWeightsNeverReplaceSoundOnes() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lossline-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    var calls = 0
    let checkpoint = ModelCheckpoint(file) { calls += 1 }
    _ = try Self.history(rate: 1e300, epochs: 1, [checkpoint])
    #expect(calls == 0 && !FileManager.default.fileExists(atPath: file.path))
    _ = try Self.history(rate: 0.1, epochs: 2, [checkpoint])
    #expect(calls == 2 && FileManager.default.fileExists(atPath: file.path))
    #expect(throws: CancellationError.self) {
      try Self.history(rate: 0.1, epochs: 1, [ModelCheckpoint(file) { throw CancellationError() }])
    }
  }
}
