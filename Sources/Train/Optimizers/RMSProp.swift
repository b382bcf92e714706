/// RMSProp (Hinton 2012), in the form and with the defaults of Keras 3.
///
/// v = ρ v + (1 - ρ) g² and w -= α g / √(v + ε); with momentum m = μ m + α g / √(v + ε) and w -= m.
public struct RMSProp: Optimizer {
  /// α, the size of a step.
  public var learningRate: Double
  /// ρ, how slowly the mean of the squared gradient changes.
  public var rho: Double
  /// μ, how much of the last change is kept.
  public var momentum: Double
  /// ε, added under the root.
  public var epsilon: Double
  /// How α changes over the steps; constant unless told.
  public var schedule: LearningRateSchedule?
  /// How gradients are limited; not at all unless told.
  public var clipping: GradientClipping?

  /// Creates the settings, with Keras' defaults.
  public init(
    learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
    schedule: LearningRateSchedule? = nil, clipping: GradientClipping? = nil
  ) {
    self.learningRate = learningRate
    self.rho = rho
    self.momentum = momentum
    self.epsilon = epsilon
    self.schedule = schedule
    self.clipping = clipping
  }

  /// `rmsprop`.
  public var name: String { "rmsprop" }
  /// v and, with momentum, m.
  public var slotNames: [String] { momentum == 0 ? ["velocity"] : ["velocity", "momentum"] }

  /// Checks all settings.
  public func validate() throws {
    try validateCommon()
    guard (0..<1).contains(rho), (0...1).contains(momentum), Float(epsilon) > 0, Float(epsilon).isFinite else {
      throw TrainError(
        .invalidSetting,
        "RMSProp was given rho \(rho), momentum \(momentum) and epsilon \(epsilon). Rho lies in 0 ..< 1, momentum in "
          + "0 … 1 and epsilon, in single precision, above 0.")
    }
  }

  /// One step of the formulas above.
  public func update(_ slice: ParameterSlice, step: OptimizerStep) {
    let (rate, rho, kept, epsilon) = (step.learningRate, Float(rho), Float(momentum), Float(epsilon))
    let squares = slice.slots[0]
    for index in slice.values.indices {
      let gradient = slice.gradients[index]
      squares[index] = rho * squares[index] + (1 - rho) * gradient * gradient
      let change = rate * gradient / (squares[index] + epsilon).squareRoot()
      guard slice.slots.count > 1 else {
        slice.values[index] -= change
        continue
      }
      slice.slots[1][index] = kept * slice.slots[1][index] + change
      slice.values[index] -= slice.slots[1][index]
    }
  }
}
