/// What is added to the loss to keep weights small.
public enum Regularizer: Sendable, Hashable {
  /// factor · Σ w², as Keras' `L2`.
  case l2(Float)

  /// Checks the factor.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when it is negative or not finite.
  func validate(of parameter: String) throws {
    guard case .l2(let factor) = self, factor >= 0, factor.isFinite else {
      throw TrainError(
        .invalidSetting, "The parameter \(parameter) has the regularizer \(self). Give a finite factor of at least 0.")
    }
  }

  /// The penalty of some weights, a single number.
  func penalty(_ weights: Variable) -> Variable {
    switch self {
    case .l2(let factor): (weights * weights).sum().scaled(by: factor)
    }
  }
}
