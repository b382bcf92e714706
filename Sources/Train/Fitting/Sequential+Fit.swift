extension Sequential {
  /// Trains the model on samples and targets, as Keras' `fit` does.
  ///
  /// The loss of an epoch is the mean over its batches, each taken before its step and weighted by its samples. The
  /// last batch of an epoch may be smaller. A second call goes on from the weights and the optimizer's state.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …); for recurrent layers (samples, time, features).
  ///   - y: The targets, in the shape of the model's output; a last axis of length 1 may be missing.
  ///   - epochs: How often every sample is used; at least 1.
  ///   - batchSize: Samples a step; at least 1, 32 unless told. More than there are means all of them.
  ///   - validationData: Samples and targets to measure `val_loss` on after every epoch.
  ///   - shuffle: Whether every epoch has its own order of samples.
  ///   - seed: Where these orders come from; the model's seed unless told. The same seeds give the same bits.
  ///   - callbacks: Called in this order at every event.
  /// - Returns: The metrics of every epoch and how training ended.
  /// - Throws: ``TrainError`` when data or settings do not fit, and what callbacks throw.
  @discardableResult
  public func fit(
    _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationData: (x: Tensor, y: Tensor)? = nil,
    shuffle: Bool = true, seed: UInt64? = nil, callbacks: [any Callback] = []
  ) throws -> History {
    let loss = try compiledLoss()
    try requireAtLeastOne(epochs, "epochs")
    try requireAtLeastOne(batchSize, "batch size")
    let data = try LabelledData(x, y, for: self, role: "training data")
    let validation = try validationData.map { try LabelledData($0.x, $0.y, for: self, role: "validation data") }
    fitCount += 1
    var loop = TrainingLoop(
      model: self, loss: loss, updater: try compiledUpdater(), data: data, validation: validation,
      plan: TrainingPlan(epochs: epochs, batches: (data.count - 1) / batchSize + 1, samples: data.count),
      batchSize: batchSize,
      generator: shuffle ? SeededGenerator(seed: seed ?? self.seed, stream: .max - UInt64(fitCount)) : nil,
      callbacks: callbacks)
    return try loop.run()
  }

  func requireAtLeastOne(_ value: Int, _ what: String) throws {
    guard value >= 1 else {
      throw TrainError(.invalidSetting, "The \(what) given is \(value). Give at least 1.")
    }
  }
}
