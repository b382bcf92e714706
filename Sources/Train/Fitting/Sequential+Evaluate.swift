/// What `evaluate` measured.
public struct Evaluation: Sendable, Hashable {
  /// The mean loss over the samples.
  public let loss: Double
}

extension Sequential {
  /// The mean loss over samples and targets.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …).
  ///   - y: The targets, in the shape of the model's output; a last axis of length 1 may be missing.
  ///   - batchSize: Samples at a time; it bounds the memory. 32 unless told.
  /// - Throws: ``TrainError`` when the model is not compiled or data does not fit.
  public func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 32) throws -> Evaluation {
    let loss = try compiledLoss()
    try requireAtLeastOne(batchSize, "batch size")
    let data = try LabelledData(x, y, for: self, role: "evaluation data")
    defer { tape.reset() }
    return Evaluation(loss: try meanLoss(of: data, loss: loss, batchSize: batchSize))
  }

  /// The model's output for samples. A sample's output does not depend on the others or on the batch size.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …).
  ///   - batchSize: Samples at a time; it bounds the memory. 32 unless told.
  /// - Returns: (samples, …) in the shape of the model's output.
  /// - Throws: ``TrainError`` when data does not fit the model.
  public func predict(_ x: Tensor, batchSize: Int = 32) throws -> Tensor {
    try requireAtLeastOne(batchSize, "batch size")
    try LabelledData.requireSamples(x, role: "prediction data")
    try FiniteCheck.require(x.values, in: "prediction data x")
    try prepare(for: x.shape)
    defer { tape.reset() }
    var values: [Float] = []
    var shape: [Int] = []
    for samples in batches(of: x.shape[0], size: batchSize) {
      startPrediction()
      let output = forward(x.batch(samples, on: tape))
      values += UnsafeBufferPointer(start: output.values, count: output.count)
      shape = output.shape
    }
    return Tensor(uncheckedShape: [x.shape[0]] + shape.dropFirst(), values: values)
  }

  /// The mean loss in batches, each weighted by its samples.
  func meanLoss(of data: LabelledData, loss: Loss, batchSize: Int) throws -> Double {
    var total = 0.0
    for samples in batches(of: data.count, size: batchSize) {
      startPrediction()
      let value = try self.loss(of: data, samples: samples, loss: loss)
      total += Double(value.values.pointee) * Double(samples.count)
    }
    return total / Double(data.count)
  }

  /// The loss of some samples, on the model's tape.
  func loss(of data: LabelledData, samples: ArraySlice<Int>, loss: Loss) throws -> Variable {
    let prediction = forward(data.x.batch(samples, on: tape))
    let target = data.y.batch(samples, on: tape)
    guard prediction.count == target.count else {
      throw TrainError(
        .shapeMismatch,
        "The model \(name) put out \(ShapeText.lettered(prediction.shape)) for targets of "
          + "\(ShapeText.lettered(target.shape)). Give targets of the output's shape.")
    }
    return loss.value(prediction, target.reshaped(prediction.shape))
  }

  private func startPrediction() {
    tape.reset()
    tape.records = false
  }

  private func batches(of count: Int, size: Int) -> [ArraySlice<Int>] {
    let order = Array(0..<count)
    return stride(from: 0, to: count, by: size).map { order[$0..<min($0 + size, count)] }
  }
}
