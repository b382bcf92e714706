/// Gradient descent, with momentum if wanted (Polyak 1964, Nesterov 1983), in the form of Keras 3.
///
/// Without momentum w -= α g. With momentum m = μ m - α g and w += m, or, in Nesterov's form, w += μ m - α g.
public struct SGD: Optimizer {
  /// α, the size of a step; 0.01 unless told.
  public var learningRate: Double
  /// μ, how much of the last change is kept; 0 unless told.
  public var momentum: Double
  /// Whether the change is looked at where momentum leads; not unless told.
  public var nesterov: Bool
  /// How α changes over the steps; constant unless told.
  public var schedule: LearningRateSchedule?
  /// How gradients are limited; not at all unless told.
  public var clipping: GradientClipping?

  /// Creates the settings, with Keras' defaults.
  public init(
    learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false, schedule: LearningRateSchedule? = nil,
    clipping: GradientClipping? = nil
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
    self.schedule = schedule
    self.clipping = clipping
  }

  /// `sgd`.
  public var name: String { "sgd" }
  /// The last change, with momentum.
  public var slotNames: [String] { momentum == 0 ? [] : ["momentum"] }

  /// Checks learning rate and momentum.
  public func validate() throws {
    try validateCommon()
    guard (0...1).contains(momentum) else {
      throw TrainError(.invalidSetting, "SGD was given a momentum of \(momentum). Give a number between 0 and 1.")
    }
  }

  /// One step of the formulas above.
  public func update(_ slice: ParameterSlice, step: OptimizerStep) {
    let rate = step.learningRate
    guard let changes = slice.slots.first else {
      for index in slice.values.indices { slice.values[index] -= rate * slice.gradients[index] }
      return
    }
    let kept = Float(momentum)
    for index in slice.values.indices {
      let change = kept * changes[index] - rate * slice.gradients[index]
      changes[index] = change
      slice.values[index] += nesterov ? kept * change - rate * slice.gradients[index] : change
    }
  }
}
