// snippet.train-first
import Foundation
import Train

// snippet.hide
extension Snippets {
  func trainFirst() throws {
    // snippet.show
    // Windows of twelve values, each with the value that follows: x has the shape (188, 12, 1), y (188).
    let samples = try WindowedSeries((0..<200).map { sin(Double($0) / 5) }, length: 12)
    let split = try TrainTestSplit(count: samples.y.count, testFraction: 0.2, seed: 42)

    let model = Sequential([LSTM(10), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError, metrics: [.meanAbsoluteError])
    let history = try model.fit(
      samples.x.gathering(split.train), samples.y.gathering(split.train), epochs: 60,
      validationData: (samples.x.gathering(split.test), samples.y.gathering(split.test)), callbacks: [ProgressBar()])
    print(try model.summary())
    print("last loss on the test part:", history["val_loss"].last ?? .nan)
    // snippet.end
  }

  func trainMore() throws {
    let samples = try WindowedSeries((0..<200).map { sin(Double($0) / 5) }, length: 12)
    let model = Sequential([LSTM(10), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    // snippet.train-callbacks
    let history = try model.fit(
      samples.x, samples.y, epochs: 200, validationSplit: 0.2,
      callbacks: [EarlyStopping(patience: 5), CSVLogger(URL(filePath: "history.csv"))])
    print(history.epochs.count, "epochs;", history.ending)
    // snippet.end
    // snippet.train-predict
    let window = (200..<212).map { Float(sin(Double($0) / 5)) }
    let next = try model.predict(Tensor(shape: [1, 12, 1], values: window))
    print("the next value:", next.values[0])
    // snippet.end
    // snippet.train-weights
    try model.saveWeights(to: URL(filePath: "sine.safetensors"))

    let copy = Sequential([LSTM(10), Dense(1)], seed: 2)
    try copy.build(inputShape: [12, 1])
    try copy.loadWeights(from: URL(filePath: "sine.safetensors"))
    // snippet.end
    let answer = try copy.predict(Tensor(shape: [1, 12, 1], values: window))
    precondition(answer == next)
  }
}
