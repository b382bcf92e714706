/// What `evaluate` measured.
public struct Evaluation: Sendable, Hashable {
  /// The mean loss over the samples, with what regularizers add.
  public let loss: Double

  /// The metrics the model was compiled with, by name, and of a model with several outputs the loss of each, such as
  /// `dense_loss`, before its loss weight.
  public let metrics: [String: Double]
}

extension Model {
  /// The mean loss and the metrics over samples and targets.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …).
  ///   - y: The targets, as the loss wants them; mostly in the shape of the model's output.
  ///   - batchSize: Samples at a time; it bounds the memory. 32 unless told.
  ///   - sampleWeights: (samples) or (samples, time); equal unless told.
  /// - Throws: ``TrainError`` when the model is not compiled or data does not fit.
  public func evaluate(
    _ x: Tensor, _ y: Tensor, batchSize: Int = 32, sampleWeights: Tensor? = nil
  ) throws -> Evaluation {
    try evaluate([x], [y], batchSize: batchSize, sampleWeights: [sampleWeights])
  }

  /// The mean loss and the metrics of a model with several inputs or outputs.
  ///
  /// - Parameters:
  ///   - x: The samples of each input.
  ///   - y: The targets of each output.
  ///   - batchSize: Samples a step.
  ///   - sampleWeights: One for each output, nil where they are equal, or a single one for all outputs.
  public func evaluate(
    _ x: [Tensor], _ y: [Tensor], batchSize: Int = 32, sampleWeights: [Tensor?] = []
  ) throws -> Evaluation {
    let losses = try compiledLosses(outputs: y.count)
    try requireAtLeastOne(batchSize, "batch size")
    let data = try LabelledData(
      x, y, weights: sampleWeights, for: self, losses: losses.map(\.loss), role: "evaluation data")
    defer { tape.reset() }
    return try measure(data, batchSize: batchSize)
  }

  /// The model's output for samples. A sample's output does not depend on the others or on the batch size.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …).
  ///   - batchSize: Samples at a time; it bounds the memory. 32 unless told.
  /// - Returns: (samples, …) in the shape of the model's output.
  /// - Throws: ``TrainError`` when data does not fit the model.
  public func predict(_ x: Tensor, batchSize: Int = 32) throws -> Tensor { try predict([x], batchSize: batchSize)[0] }

  /// The outputs of a model with several inputs or outputs.
  public func predict(_ x: [Tensor], batchSize: Int = 32) throws -> [Tensor] {
    try requireAtLeastOne(batchSize, "batch size")
    try LabelledData.requireSamples(x, role: "prediction data")
    try prepare(for: x.map(\.shape))
    defer { tape.reset() }
    let count = x[0].shape[0]
    var values: [[Float]] = []
    var shapes: [[Int]] = []
    for samples in batches(of: count, size: batchSize) {
      startPrediction()
      let outputs = try forward(x.map { $0.batch(samples, on: tape) })
      if values.isEmpty { values = outputs.map { _ in [] } }
      for (index, output) in outputs.enumerated() {
        values[index] += UnsafeBufferPointer(start: output.values, count: output.count)
      }
      shapes = outputs.map { [count] + $0.shape.dropFirst() }
    }
    return zip(shapes, values).map { Tensor(uncheckedShape: $0, values: $1) }
  }

  /// The mean loss in batches, each weighted by its samples, and the metrics.
  func measure(_ data: LabelledData, batchSize: Int) throws -> Evaluation {
    var losses = LossMeans(outputNames: outputNames)
    var metrics = try makeMetrics()
    for samples in batches(of: data.count, size: batchSize) {
      startPrediction()
      let step = try loss(of: data, samples: samples)
      try metrics.add(predictions: step.predictions, targets: step.targets)
      losses.add(step)
    }
    return Evaluation(loss: losses.total, metrics: metrics.values.merging(losses.outputs) { $1 })
  }

  /// The names of the layers that give the outputs.
  var outputNames: [String] {
    graph.map { graph in
      graph.outputs.map { output in graph.nodes.first { $0.outputs.contains(output) }?.name ?? "input" }
    } ?? []
  }

  /// Fresh accumulators for the metrics.
  func makeMetrics() throws -> MetricSet {
    MetricSet(try compiledSetup().metrics, outputNames: outputNames)
  }

  /// A batch on the model's tape: what the model said, what was wanted and the loss.
  struct ComputedLoss {
    let predictions: [Variable]
    let targets: [Variable]
    let loss: Variable
    /// How much the batch counts in a mean over batches: its samples, or the sum of its weights for a loss that is divided
    /// by that.
    let weight: Double
    /// The same for each output, before the weights of the losses.
    let outputs: [(loss: Variable, weight: Double)]
  }

  /// The loss of some samples.
  func loss(of data: LabelledData, samples: ArraySlice<Int>) throws -> ComputedLoss {
    let predictions = try forward(data.x.map { $0.batch(samples, on: tape) })
    var targets: [Variable] = []
    var outputs: [(loss: Variable, weight: Double)] = []
    var terms: [Variable] = []
    let losses = try compiledLosses(outputs: predictions.count)
    for (index, (loss, weight)) in losses.enumerated() {
      let prediction = predictions[index]
      let target = try fitted(data.y[index].batch(samples, on: tape), to: prediction, loss)
      let weights = data.weights[index]?.batch(samples, on: tape)
      let value = try loss.value(prediction, target, weights: weights)
      targets.append(target)
      let share = loss.average == .weights ? weights?.value.values.reduce(0, +) : nil
      outputs.append((value, Double(share ?? Float(samples.count))))
      terms.append(weight == 1 ? value : value.scaled(by: weight))
    }
    for parameter in parameters {
      if let regularizer = parameter.regularizer { terms.append(regularizer.penalty(tape.parameter(parameter))) }
    }
    let isDividedByWeights = data.sharesWeights && losses.allSatisfy { $0.loss.average == .weights }
    return ComputedLoss(
      predictions: predictions, targets: targets, loss: terms.dropFirst().reduce(terms[0]) { $0 + $1 },
      weight: isDividedByWeights ? outputs[0].weight : Double(samples.count), outputs: outputs)
  }

  /// The target in the prediction's shape, or, for classes, in that of its rows.
  private func fitted(_ target: Variable, to prediction: Variable, _ loss: Loss) throws -> Variable {
    let shape: [Int] =
      switch loss.target {
      case .values: prediction.shape
      case .classes: Array(prediction.shape.dropLast())
      }
    guard target.count == shape.reduce(1, *) else {
      throw TrainError(
        .shapeMismatch,
        "The model \(name) put out \(ShapeText.lettered(prediction.shape)) for targets of "
          + "\(ShapeText.lettered(target.shape)). Give targets that fit the output's shape.")
    }
    return target.viewed(as: shape)
  }

  private func startPrediction() {
    tape.reset()
    tape.records = false
    tape.randomness = nil
  }

  private func batches(of count: Int, size: Int) -> [ArraySlice<Int>] {
    let order = Array(0..<count)
    return stride(from: 0, to: count, by: size).map { order[$0..<min($0 + size, count)] }
  }
}
