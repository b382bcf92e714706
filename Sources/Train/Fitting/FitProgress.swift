/// What a `fit` was told and how far it came: all that a later `fit` needs to go on with the same bits, beside the weights
/// and the optimizer.
struct FitProgress: Codable, Hashable {
  /// Which training of the model this is, counted from 1; each has orders of the samples of its own.
  let fitCount: Int
  /// The model's seed, from which dropout is drawn.
  let modelSeed: UInt64
  /// Where the orders of the samples come from.
  let seed: UInt64
  let batchSize: Int
  /// The number of training samples.
  let samples: Int
  let shuffle: Bool
  /// The epochs that are trained.
  var epoch: Int
  /// The optimizer's steps at the end of that epoch.
  var step: Int
  /// How often the parameters were assigned to by then; a checkpoint is read into another model, so it keeps none.
  var assignments: Int?

  private enum CodingKeys: String, CodingKey {
    case fitCount, modelSeed, seed, batchSize, samples, shuffle, epoch, step
  }

  /// Whether the numbers can have been written by a training.
  var isSound: Bool { (1...1 << 30).contains(fitCount) && (0...1 << 40).contains(epoch) }
}

extension Model {
  /// Notes the end of an epoch, from which a later `fit` or a checkpoint can go on.
  func noteEpoch(_ epoch: Int, step: Int) {
    progress?.epoch = epoch
    progress?.step = step
    progress?.assignments = assignments
  }

  /// Goes on with the training of a checkpoint that was just loaded.
  func takeOver(_ fit: FitProgress?) {
    progress = fit
    progress?.assignments = assignments
    if let fit { fitCount = fit.fitCount }
  }

  /// How often a value of the model was replaced from outside.
  private var assignments: Int { parameters.reduce(0) { $0 + $1.assignments } }

  /// Begins a training, or goes on with the last one or that of a checkpoint when epochs are trained already.
  ///
  /// - Parameter seed: Where the orders come from, or nil for the seed as before or else the model's.
  /// - Returns: What this training keeps to.
  /// - Throws: ``TrainError`` (`invalidSetting`) where it could not end with the bits of a training that never stopped.
  func beginFit(
    after initialEpoch: Int, seed: UInt64?, batchSize: Int, samples: Int, shuffle: Bool
  ) throws -> FitProgress {
    guard initialEpoch >= 0 else {
      throw TrainError(
        .invalidSetting,
        "An initialEpoch of \(initialEpoch) was given. Give the number of epochs that are trained already, 0 for none.")
    }
    let known = initialEpoch > 0 ? progress : nil
    if let known {
      try requireEqual("batch size", known.batchSize, batchSize)
      try requireEqual("number of training samples", known.samples, samples)
      try requireEqual("seed", known.seed, seed ?? known.seed)
      try requireEqual("shuffle", known.shuffle, shuffle)
      try requireSameState(known, initialEpoch)
    }
    let step = try optimizerState().step
    let begun = FitProgress(
      fitCount: known?.fitCount ?? fitCount + 1, modelSeed: self.seed,
      seed: known?.seed ?? seed ?? self.seed, batchSize: batchSize, samples: samples, shuffle: shuffle,
      epoch: initialEpoch, step: step, assignments: assignments)
    (progress, fitCount) = (begun, begun.fitCount)
    return begun
  }

  private func requireEqual<Value: Equatable>(_ what: String, _ saved: Value, _ given: Value) throws {
    guard saved != given else { return }
    throw TrainError(
      .invalidSetting,
      "The training that goes on had the \(what) \(saved), and \(given) was given. Give \(saved), or begin a training of its "
        + "own with an initialEpoch of 0.")
  }

  /// Checks that weights and optimizer are those at the end of the epoch from which a training goes on.
  private func requireSameState(_ known: FitProgress, _ initialEpoch: Int) throws {
    guard known.epoch == initialEpoch else {
      throw TrainError(
        .invalidSetting,
        "The model is trained for \(known.epoch) epochs, and an initialEpoch of \(initialEpoch) was given. Give "
          + "\(known.epoch) to go on, or 0 to begin a training of its own.")
    }
    guard try optimizerState().step == known.step else {
      throw TrainError(
        .invalidSetting,
        "The training ended within epoch \(initialEpoch + 1), after \(try optimizerState().step) steps; \(known.step) make "
          + "\(initialEpoch) whole epochs. Load a checkpoint of the end of an epoch, or begin a training of its own with an "
          + "initialEpoch of 0.")
    }
    guard known.assignments.map({ $0 == assignments }) ?? true else {
      throw TrainError(
        .invalidSetting,
        "The weights were replaced since the end of epoch \(initialEpoch), as by loadWeights(from:) or by EarlyStopping, "
          + "which puts the best ones back. Load the checkpoint of that epoch, or begin a training of its own with an "
          + "initialEpoch of 0.")
    }
  }
}
