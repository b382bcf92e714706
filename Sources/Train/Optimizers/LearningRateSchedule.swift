#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How the learning rate changes over the steps of training: a factor for each step.
public indirect enum LearningRateSchedule: Sendable, Hashable {
  /// Multiplied by `factor` after every so many steps.
  case step(every: Int, factor: Double)
  /// factor^(step / every), without jumps: Keras' `ExponentialDecay`.
  case exponential(every: Int, factor: Double)
  /// From 1 down to `end` along half a cosine over so many steps, then constant (Loshchilov & Hutter 2017).
  case cosine(steps: Int, end: Double = 0)
  /// Up from 0 in equal parts over so many steps, then another schedule that starts there, or 1.
  case warmUp(steps: Int, then: LearningRateSchedule? = nil)

  /// The factor of a step, counted from 0.
  public func factor(atStep step: Int) -> Double {
    switch self {
    case .step(let every, let factor): pow(factor, Double(step / max(every, 1)))
    case .exponential(let every, let factor): pow(factor, Double(step) / Double(every))
    case .cosine(let steps, let end):
      end + (1 - end) * (1 + cos(.pi * Double(min(step, steps)) / Double(steps))) / 2
    case .warmUp(let steps, let next):
      step < steps ? Double(step + 1) / Double(steps) : next?.factor(atStep: step - steps) ?? 1
    }
  }

  /// Checks the settings.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when a number of steps is below 1 or a factor is not a number above 0.
  func validate() throws {
    switch self {
    case .step(let every, let factor), .exponential(let every, let factor):
      try require(every, factor > 0 && factor.isFinite, "factor of \(factor)")
    case .cosine(let steps, let end): try require(steps, (0...1).contains(end), "end of \(end)")
    case .warmUp(let steps, let next):
      try require(steps, true, "")
      try next?.validate()
    }
  }

  private func require(_ steps: Int, _ holds: Bool, _ what: String) throws {
    guard steps >= 1 else {
      throw TrainError(.invalidSetting, "A learning-rate schedule was given \(steps) steps. Give at least 1.")
    }
    guard holds else {
      throw TrainError(
        .invalidSetting, "A learning-rate schedule was given a \(what). Factors lie above 0, an end within 0 … 1.")
    }
  }
}
