extension Sequential {
  /// Chooses optimizer and loss. Calling it again starts the optimizer anew and keeps the weights.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when the optimizer's settings are out of range, such as a learning rate
  ///   of 0 or NaN.
  public func compile(optimizer: any Optimizer = Adam(), loss: Loss) throws {
    _ = try optimizer.makeUpdater(count: 0)
    training = TrainingSetup(optimizer: optimizer, loss: loss, updater: nil)
  }

  /// The loss chosen by `compile`.
  func compiledLoss() throws -> Loss {
    guard let training else { throw notCompiled }
    return training.loss
  }

  /// The optimizer's state, made when the number of parameters is known.
  func compiledUpdater() throws -> any ParameterUpdater {
    guard let training else { throw notCompiled }
    if let updater = training.updater { return updater }
    let updater = try training.optimizer.makeUpdater(count: parameterCount)
    self.training?.updater = updater
    return updater
  }

  private var notCompiled: TrainError {
    TrainError(.notCompiled, "The model \(name) is not compiled. Call compile(optimizer:loss:) first.")
  }
}
