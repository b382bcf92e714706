/// Adam with decoupled weight decay (Loshchilov & Hutter 2019): before each of Adam's steps, w -= α · decay · w.
public struct AdamW: Optimizer {
  /// Everything but the decay.
  public var adam: Adam
  /// How fast weights shrink; 0.004 unless told, as in Keras.
  public var weightDecay: Double

  /// Creates the settings, with Keras' defaults.
  public init(
    learningRate: Double = 0.001, weightDecay: Double = 0.004, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-7, schedule: LearningRateSchedule? = nil, clipping: GradientClipping? = nil
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, schedule: schedule, clipping: clipping)
    self.weightDecay = weightDecay
  }

  /// `adamw`.
  public var name: String { "adamw" }
  /// α, the size of a step.
  public var learningRate: Double { adam.learningRate }
  /// How α changes over the steps.
  public var schedule: LearningRateSchedule? { adam.schedule }
  /// How gradients are limited.
  public var clipping: GradientClipping? { adam.clipping }
  /// Adam's m and v.
  public var slotNames: [String] { adam.slotNames }

  /// Weights shrink without a gradient.
  public var changesIdleValues: Bool { weightDecay > 0 }

  /// Checks Adam's settings and the decay.
  public func validate() throws {
    try adam.validate()
    guard weightDecay >= 0, weightDecay.isFinite else {
      throw TrainError(
        .invalidSetting, "AdamW was given a weight decay of \(weightDecay). Give a number of at least 0.")
    }
  }

  /// Adam's step size.
  public func stepSize(_ number: Int, learningRate: Double) -> Double {
    adam.stepSize(number, learningRate: learningRate)
  }

  /// The decay and then Adam's step.
  public func update(_ slice: ParameterSlice, step: OptimizerStep) {
    let decay = step.learningRate * Float(weightDecay)
    for index in slice.values.indices { slice.values[index] -= slice.values[index] * decay }
    adam.update(slice, step: step)
  }
}
