internal import CKernels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Adam (Kingma & Ba 2015), in the form and with the defaults of Keras 3.
///
/// With g the gradient and t the step, counted from 1: m += (g - m)(1 - β₁), v += (g² - v)(1 - β₂),
/// w -= α √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε).
public struct Adam: Optimizer {
  /// α, the size of a step.
  public var learningRate: Double
  /// β₁, how slowly the mean of the gradient changes.
  public var beta1: Double
  /// β₂, how slowly the mean of its square changes.
  public var beta2: Double
  /// ε, added to the root so that nothing is divided by zero.
  public var epsilon: Double
  /// How α changes over the steps; constant unless told.
  public var schedule: LearningRateSchedule?
  /// How gradients are limited; not at all unless told.
  public var clipping: GradientClipping?

  /// `adam`.
  public var name: String { "adam" }

  /// m and v.
  public var slotNames: [String] { ["momentum", "velocity"] }

  var kernels = Kernels.best

  /// Creates the settings.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
    schedule: LearningRateSchedule? = nil, clipping: GradientClipping? = nil
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.schedule = schedule
    self.clipping = clipping
  }

  /// Checks the learning rate, both betas and ε.
  public func validate() throws {
    try validateCommon()
    guard (0..<1).contains(beta1), (0..<1).contains(beta2), Float(epsilon) > 0, Float(epsilon).isFinite else {
      throw TrainError(
        .invalidSetting,
        "Adam was given beta1 \(beta1), beta2 \(beta2) and epsilon \(epsilon). Both betas lie in 0 ..< 1 and epsilon, in "
          + "single precision, above 0: give 1e-7.")
    }
  }

  /// α √(1 - β₂ᵗ) / (1 - β₁ᵗ).
  public func stepSize(_ number: Int, learningRate: Double) -> Double {
    learningRate * (1 - pow(beta2, Double(number))).squareRoot() / (1 - pow(beta1, Double(number)))
  }

  /// One step of the formulas above.
  public func update(_ slice: ParameterSlice, step: OptimizerStep) {
    guard let values = slice.values.baseAddress, let gradients = slice.gradients.baseAddress,
      let means = slice.slots[0].baseAddress, let variances = slice.slots[1].baseAddress
    else { return }
    var arguments = arguments(step.size)
    kernels.table.pointee.adam(&arguments, Int64(slice.values.count), values, gradients, means, variances)
  }

  func arguments(_ size: Float) -> ll_adam {
    ll_adam(
      step_size: size, one_less_beta1: Float(1 - beta1), one_less_beta2: Float(1 - beta2), epsilon: Float(epsilon))
  }
}
