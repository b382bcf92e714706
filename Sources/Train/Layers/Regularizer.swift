/// What is added to the loss to keep weights small.
public enum Regularizer: Sendable, Hashable {
  /// factor · Σ w², as Keras' `L2`.
  case l2(Float)

  /// The penalty of some weights, a single number.
  func penalty(_ weights: Variable) -> Variable {
    switch self {
    case .l2(let factor): (weights * weights).sum().scaled(by: factor)
    }
  }
}
