extension Model {
  /// What `compile` was given, and the optimizer's state once there are parameters.
  struct TrainingSetup {
    let optimizer: any Optimizer
    let losses: [Loss]
    let lossWeights: [Float]
    let metrics: [Metric]
    var state: OptimizerState?
    /// What the learning rate is multiplied with before there is a state.
    var learningRateFactor = 1.0
  }

  /// Chooses optimizer, loss and metrics. Calling it again starts the optimizer anew and keeps the weights.
  ///
  /// - Parameters:
  ///   - optimizer: How weights are changed; Adam with Keras' defaults unless told.
  ///   - loss: What is made small, for every output alike.
  ///   - metrics: What is measured beside it, for every output.
  /// - Throws: ``TrainError`` (`invalidSetting`) when settings of the optimizer or the loss are out of range, such as a
  ///   learning rate of 0 or NaN.
  public func compile(optimizer: any Optimizer = Adam(), loss: Loss, metrics: [Metric] = []) throws {
    try compile(optimizer: optimizer, losses: [loss], metrics: metrics)
  }

  /// Chooses optimizer, metrics and a loss for each output; the total is their sum with these weights, 1 unless told.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when settings are out of range or the weights are not one for each loss.
  public func compile(
    optimizer: any Optimizer = Adam(), losses: [Loss], lossWeights: [Float]? = nil, metrics: [Metric] = []
  ) throws {
    try optimizer.validate()
    if let fault = losses.lazy.compactMap(\.fault).first { throw TrainError(.invalidSetting, fault) }
    let weights = lossWeights ?? losses.map { _ in 1 }
    guard !losses.isEmpty, weights.count == losses.count, weights.allSatisfy(\.isFinite) else {
      throw TrainError(
        .invalidSetting,
        "\(losses.count) losses and \(weights.count) loss weights were given. Give at least one loss and a number for each."
      )
    }
    // What the optimizer before put off has to be done by it.
    for parameter in parameters { parameter.catchUp() }
    training = TrainingSetup(optimizer: optimizer, losses: losses, lossWeights: weights, metrics: metrics)
    progress = nil
  }

  /// The learning rate of the next step: the optimizer's, its schedule's factor and what callbacks made of it.
  ///
  /// - Throws: ``TrainError`` (`notCompiled`).
  public func learningRate() throws -> Double { try optimizerState().learningRate }

  /// Sets the learning rate of the next step, as Keras' `optimizer.learning_rate = …`. A schedule goes on from there: its
  /// factors change by what this changes. ``compile(optimizer:loss:metrics:)`` undoes it, and checkpoints keep it.
  ///
  /// - Throws: ``TrainError``: `notCompiled`; `invalidSetting` for what is not a number above 0, and where the schedule has come
  ///   down to 0.
  public func setLearningRate(_ rate: Double) throws {
    let state = try optimizerState()
    guard rate > 0, rate.isFinite else {
      throw TrainError(.invalidSetting, "The learning rate was to be \(rate). Give a number above 0, such as 0.001.")
    }
    guard state.learningRate > 0 else {
      throw TrainError(
        .invalidSetting,
        "The learning rate was to be \(rate), and the schedule has come down to 0. Give it an end above 0, or compile anew."
      )
    }
    if rate != state.learningRate { state.learningRateFactor *= rate / state.learningRate }
    training?.learningRateFactor = state.learningRateFactor
  }

  /// What `compile` was given; one loss for each output.
  func compiledSetup() throws -> TrainingSetup {
    guard let training else {
      throw TrainError(.notCompiled, "The model \(name) is not compiled. Call compile(optimizer:loss:) first.")
    }
    return training
  }

  /// The losses in the order of the outputs; a single one serves all of them.
  func compiledLosses(outputs: Int) throws -> [(loss: Loss, weight: Float)] {
    let setup = try compiledSetup()
    let losses = Array(zip(setup.losses, setup.lossWeights).map { (loss: $0, weight: $1) })
    if losses.count == 1 { return Array(repeating: losses[0], count: outputs) }
    guard losses.count == outputs else {
      throw TrainError(
        .invalidSetting,
        "The model \(name) was compiled with \(losses.count) losses and has targets for \(Plural.text(outputs, "output")). "
          + "Compile it with one loss for each output, or with a single one for all of them.")
    }
    return losses
  }

  /// The optimizer's state, made when the number of parameters is known.
  func optimizerState() throws -> OptimizerState {
    let setup = try compiledSetup()
    if let state = setup.state { return state }
    let state = OptimizerState(setup.optimizer, memory: memory, parameters: parameters)
    state.learningRateFactor = setup.learningRateFactor
    if graph != nil { training?.state = state }
    return state
  }
}
