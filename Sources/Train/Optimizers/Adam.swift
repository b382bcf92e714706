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

  /// `adam`.
  public var name: String { "adam" }

  /// Creates the settings.
  public init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// Zero means and variances for `count` values.
  public func makeUpdater(count: Int) throws -> any ParameterUpdater {
    try checkLearningRate()
    guard (0..<1).contains(beta1), (0..<1).contains(beta2), epsilon >= 0, epsilon.isFinite else {
      throw TrainError(
        .invalidSetting,
        "Adam was given beta1 \(beta1), beta2 \(beta2) and epsilon \(epsilon). Both betas lie in 0 ..< 1 and epsilon is "
          + "at least 0.")
    }
    return AdamUpdater(self, count: count, kernels: .best)
  }
}

/// Adam with the moments of every value.
final class AdamUpdater: ParameterUpdater {
  private let settings: Adam
  private let kernels: Kernels
  private var means: [Float]
  private var variances: [Float]
  private var step = 0

  init(_ settings: Adam, count: Int, kernels: Kernels) {
    self.settings = settings
    self.kernels = kernels
    means = [Float](repeating: 0, count: count)
    variances = [Float](repeating: 0, count: count)
  }

  func update(_ values: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>) {
    guard let valuesStart = values.baseAddress, let gradientsStart = gradients.baseAddress else { return }
    step += 1
    var arguments = ll_adam(
      step_size: stepSize, beta1: Float(settings.beta1), beta2: Float(settings.beta2), epsilon: Float(settings.epsilon))
    means.withUnsafeMutableBufferPointer { means in
      variances.withUnsafeMutableBufferPointer { variances in
        guard let meansStart = means.baseAddress, let variancesStart = variances.baseAddress else { return }
        kernels.table.pointee.adam(
          &arguments, Int64(values.count), valuesStart, gradientsStart, meansStart, variancesStart)
      }
    }
  }

  /// α √(1 - β₂ᵗ) / (1 - β₁ᵗ), in double precision.
  private var stepSize: Float {
    let first = 1 - pow(settings.beta1, Double(step))
    let second = 1 - pow(settings.beta2, Double(step))
    return Float(settings.learningRate * second.squareRoot() / first)
  }
}
