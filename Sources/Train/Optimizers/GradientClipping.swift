/// How gradients are limited before a step, so that a single batch cannot throw the weights far away.
public enum GradientClipping: Sendable, Hashable {
  /// Every element is limited to ±bound: Keras' `clipvalue`.
  case value(Float)
  /// Each parameter's gradient is scaled down to this Euclidean norm where it is longer: Keras' `clipnorm`.
  case norm(Float)
  /// All gradients together are scaled down to this Euclidean norm (Pascanu et al. 2013): Keras' `global_clipnorm`.
  case globalNorm(Float)

  /// Checks the bound.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when it is not a number above 0.
  func validate() throws {
    switch self {
    case .value(let bound), .norm(let bound), .globalNorm(let bound):
      guard bound > 0, bound.isFinite else {
        throw TrainError(.invalidSetting, "Gradients were to be clipped at \(bound). Give a number above 0.")
      }
    }
  }

  /// Limits the gradients of a model's parameters.
  func apply(to parameters: [Parameter]) {
    switch self {
    case .value(let bound): for parameter in parameters { parameter.changeGradients { Self.limited($0, to: bound) } }
    case .norm(let bound): for parameter in parameters { Self.scale([parameter], to: bound) }
    case .globalNorm(let bound): Self.scale(parameters, to: bound)
    }
  }

  /// NaN passes, so that a divergence stays visible.
  private static func limited(_ gradient: Float, to bound: Float) -> Float {
    abs(gradient) > bound ? (gradient < 0 ? -bound : bound) : gradient
  }

  private static func scale(_ parameters: [Parameter], to bound: Float) {
    var square = 0.0
    for parameter in parameters {
      parameter.changeGradients { gradient in
        square += Double(gradient) * Double(gradient)
        return gradient
      }
    }
    let norm = square.squareRoot()
    guard norm > Double(bound) else { return }
    let factor = Float(Double(bound) / norm)
    for parameter in parameters { parameter.changeGradients { $0 * factor } }
  }
}

extension Parameter {
  /// Maps every gradient that is not certainly zero.
  fileprivate func changeGradients(_ change: (Float) -> Float) {
    guard let rowUpdates else { return self.change(0..<count, change) }
    // In order, so that sums do not depend on which row a batch named first.
    for row in rowUpdates.touched.sorted() { self.change(Int(row) * rowLength..<(Int(row) + 1) * rowLength, change) }
  }

  private func change(_ range: Range<Int>, _ change: (Float) -> Float) {
    for index in range { gradients[index] = change(gradients[index]) }
  }
}
