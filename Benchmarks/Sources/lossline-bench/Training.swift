import Foundation
import Train

/// One system of SYSTEMS.md in the sizes of `peers/train_torch.py` and `peers/train_keras.py`: `fit` alone is timed, warm.
struct Training {
  let name: String
  let model: Sequential
  let loss: Loss
  let x: Tensor
  let y: Tensor
  let epochs: Int

  static let names = ["sequence", "airline", "forecast", "imdb", "imdb-both", "custom"]

  /// Trains on the first 320 samples as a warm-up, then times all epochs in batches of 32 with Adam. The loss is taken of
  /// the first 640 samples, outside of training, before and after.
  func measure() throws {
    try model.compile(optimizer: Adam(learningRate: 1e-3), loss: loss)
    let checked = Array(0..<min(x.shape[0], 640))
    let (someX, someY) = (x.gathering(checked), y.gathering(checked))
    let before = try model.evaluate(someX, someY).loss
    let few = Array(0..<min(x.shape[0], 320))
    try model.fit(x.gathering(few), y.gathering(few), epochs: 1)
    let duration = try ContinuousClock().measure { try model.fit(x, y, epochs: epochs) }
    let seconds = duration / .seconds(1)
    let after = try model.evaluate(someX, someY).loss
    print(
      """
      {"peer": "lossline", "case": "\(name)", "seconds": \(seconds), "samples": \(x.shape[0]), "epochs": \(epochs), \
      "parameters": \(model.parameterCount), "loss_before": \(before), "loss_after": \(after)}
      """)
  }

  init(_ name: String) throws {
    self.name = name
    switch name {
    case "sequence":
      x = try Tensor(shape: [6, 4, 1], values: (0..<6).flatMap { i in (i..<i + 4).map { Float($0) / 10 } })
      y = try Tensor(shape: [6, 1], values: (4..<10).map { Float($0) / 10 })
      (model, loss, epochs) = (Sequential([SimpleRNN(10), Dense(1)], seed: 1), .meanSquaredError, 100)
    case "airline":
      (x, y) = try Training.airline()
      (model, loss, epochs) = (Sequential([LSTM(10), Dense(1)], seed: 1), .meanSquaredError, 400)
    case "forecast":
      (x, y) = try Training.forecast()
      model = Sequential(
        [LSTM(20, returnSequences: true), LSTM(20, returnSequences: true), TimeDistributed(Dense(10))], seed: 1)
      (loss, epochs) = (.meanSquaredError, 3)
    case "custom":
      (x, y) = try Training.forecast()
      let cell = LNSimpleRNNCell(units: 20)
      model = Sequential(
        [RNN(cell, returnSequences: true), RNN(cell, returnSequences: true), TimeDistributed(Dense(10))], seed: 1)
      (loss, epochs) = (.meanSquaredError, 1)
    case "imdb":
      (x, y) = try Training.reviews()
      model = Sequential([Embedding(20_000, 128), Dropout(0.2), LSTM(128), Dense(1)], seed: 1)
      (loss, epochs) = (.binaryCrossentropy(fromLogits: true), 1)
    case "imdb-both":
      (x, y) = try Training.reviews()
      let lstm = LSTM(128, dropout: 0.2, recurrentDropout: 0.2)
      model = Sequential([Embedding(20_000, 128), lstm, Dense(1, activation: .sigmoid)], seed: 1)
      (loss, epochs) = (.binaryCrossentropy(), 1)
    default: throw UsageError(problem: "There is no case “\(name)”.")
    }
  }

  /// The first 104 windows of 12 months.
  private static func airline() throws -> (Tensor, Tensor) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../data/airline-passengers.csv").path
    let passengers = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { Double($0.split(separator: ",")[1]) }
    let normalized = try Standardization(of: passengers, divisor: 5).apply(passengers)
    let samples = try WindowedSeries(normalized, length: 12)
    let training = Array(0..<104)
    return (samples.x.gathering(training), samples.y.gathering(training))
  }

  /// 7,000 series of two sines: 50 values, and at each of them the next 10.
  private static func forecast() throws -> (Tensor, Tensor) {
    var random = SeededGenerator(seed: 42)
    let (count, time, ahead) = (7000, 50, 10)
    var (x, y) = ([Float](), [Float]())
    for _ in 0..<count {
      let (f1, f2, o1, o2) = (random.uniform(), random.uniform(), random.uniform(), random.uniform())
      let series = (0..<time + ahead).map { (step: Int) -> Float in
        let t = Double(step) / Double(time + ahead - 1)
        let slow: Double = 0.5 * sin((t - o1) * (f1 * 10 + 10))
        let fast: Double = 0.2 * sin((t - o2) * (f2 * 20 + 20))
        let noise: Double = 0.1 * (random.uniform() - 0.5)
        return Float(slow + fast + noise)
      }
      x += series[..<time]
      for step in 0..<time { y += series[step + 1...step + ahead] }
    }
    return (
      try Tensor(shape: [count, time, 1], values: x), try Tensor(shape: [count, time, ahead], values: y)
    )
  }

  /// 6,400 reviews of 80 random words of 20,000, and a random opinion.
  private static func reviews() throws -> (Tensor, Tensor) {
    var random = SeededGenerator(seed: 0)
    let words = (0..<6400 * 80).map { _ in Float(random.index(below: 20_000)) }
    let opinions = (0..<6400).map { _ in Float(random.index(below: 2)) }
    return (try Tensor(shape: [6400, 80], values: words), try Tensor(shape: [6400, 1], values: opinions))
  }
}
