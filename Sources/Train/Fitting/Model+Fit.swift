extension Model {
  /// Trains the model on samples and targets, as Keras' `fit` does.
  ///
  /// The loss of an epoch is the mean over its batches, each taken before its step and weighted by its samples; metrics
  /// are those of the same predictions. The last batch of an epoch may be smaller.
  ///
  /// A second call begins a training of its own from the weights and the optimizer's state. With an `initialEpoch` it goes
  /// on with the last training, or with that of a checkpoint, and ends with the same bits as one that never stopped, if it
  /// is given the same data and callbacks; where that cannot be, it says why.
  ///
  /// - Parameters:
  ///   - x: The samples, (samples, …); for recurrent layers (samples, time, features).
  ///   - y: The targets, as the loss wants them; mostly in the shape of the model's output, where a last axis of
  ///     length 1 may be missing.
  ///   - epochs: The number of the last epoch; at least 1. When so many are trained already, nothing is left to do.
  ///   - batchSize: Samples a step; at least 1, 32 unless told. More than there are means all of them.
  ///   - validationData: Samples and targets to measure `val_loss` on after every epoch.
  ///   - validationSampleWeights: How much each sample of the validation data counts; alike unless told.
  ///   - validationSplit: Without validation data, the fraction of the samples, taken from the end, that is measured and
  ///     not trained on; none unless told.
  ///   - sampleWeights: How much each sample counts, (samples) or (samples, time); alike unless told.
  ///   - classWeights: How much samples of each class count, for targets that are classes; alike unless told.
  ///   - shuffle: Whether every epoch has its own order of samples.
  ///   - seed: Where these orders come from; unless told, the model's seed or that of the training that goes on. The same
  ///     seeds give the same bits.
  ///   - initialEpoch: How many epochs were trained before, as after loading a checkpoint; 0 unless told.
  ///   - callbacks: Called at every event in this order, but each ``ModelCheckpoint`` after the others. At the end of the
  ///     training they are called in the opposite order.
  /// - Returns: The metrics of every epoch and how training ended.
  /// - Throws: ``TrainError`` when data or settings do not fit, and what callbacks throw.
  @discardableResult
  public func fit(
    _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationData: (x: Tensor, y: Tensor)? = nil,
    validationSampleWeights: Tensor? = nil, validationSplit: Double = 0, sampleWeights: Tensor? = nil,
    classWeights: [Int: Float]? = nil, shuffle: Bool = true,
    seed: UInt64? = nil, initialEpoch: Int = 0, callbacks: [any Callback] = []
  ) throws -> History {
    try fit(
      [x], [y], epochs: epochs, batchSize: batchSize, validationData: validationData.map { ([$0.x], [$0.y]) },
      validationSampleWeights: validationSampleWeights.map { [$0] } ?? [], validationSplit: validationSplit,
      sampleWeights: [sampleWeights], classWeights: classWeights, shuffle: shuffle,
      seed: seed, initialEpoch: initialEpoch, callbacks: callbacks)
  }

  /// Trains a model with several inputs or outputs; everything else is as in the form for one of each.
  ///
  /// The loss of each output is measured too, before its loss weight, as `dense_loss` and `val_dense_loss` for an output of
  /// the layer `dense`. Sample weights are given for each output, nil where they are equal, or as a single tensor for all.
  @discardableResult
  public func fit(
    _ x: [Tensor], _ y: [Tensor], epochs: Int = 1, batchSize: Int = 32,
    validationData: (x: [Tensor], y: [Tensor])? = nil, validationSampleWeights: [Tensor?] = [],
    validationSplit: Double = 0, sampleWeights: [Tensor?] = [], classWeights: [Int: Float]? = nil, shuffle: Bool = true,
    seed: UInt64? = nil, initialEpoch: Int = 0,
    callbacks: [any Callback] = []
  ) throws -> History {
    let losses = try compiledLosses(outputs: y.count).map(\.loss)
    try requireAtLeastOne(epochs, "epochs")
    try requireAtLeastOne(batchSize, "batch size")
    guard initialEpoch <= epochs else {
      throw TrainError(
        .invalidSetting,
        "\(initialEpoch) epochs are trained already, and epochs: \(epochs) was given. Give the number of the last epoch, "
          + "at least \(initialEpoch).")
    }
    guard validationData != nil || validationSampleWeights.isEmpty else {
      throw TrainError(
        .invalidSetting,
        "Sample weights for validation were given without validation data. Give validationData too; a validationSplit takes "
          + "the weights of its samples from sampleWeights.")
    }
    let all = try LabelledData(x, y, weights: sampleWeights, for: self, losses: losses, role: "training data")
    let (kept, held) = try all.split(validationFraction: validationData == nil ? validationSplit : 0)
    let data = try kept.weighted(by: classWeights)
    let validation =
      try validationData.map {
        try LabelledData(
          $0.x, $0.y, weights: validationSampleWeights, for: self, losses: losses, role: "validation data")
      } ?? held
    let fit = try beginFit(
      after: initialEpoch, seed: seed, batchSize: batchSize, samples: data.count, shuffle: shuffle)
    var loop = TrainingLoop(
      model: self, state: try optimizerState(), data: data, validation: validation,
      plan: TrainingPlan(
        epochs: epochs, batches: (data.count - 1) / batchSize + 1, samples: data.count, initialEpoch: initialEpoch),
      fit: fit, callbacks: callbacks)
    return try loop.run()
  }

  func requireAtLeastOne(_ value: Int, _ what: String) throws {
    guard value >= 1 else {
      throw TrainError(.invalidSetting, "The \(what) given is \(value). Give at least 1.")
    }
  }
}
