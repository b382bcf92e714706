#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Loss {
  /// The cross-entropy of two classes: -t log p - (1 - t) log(1 - p), averaged over the last axis.
  ///
  /// - Parameter fromLogits: Whether predictions are logits x with p = 1 / (1 + e⁻ˣ), which loses no precision where p is
  ///   near 0 or 1; otherwise they are probabilities, limited to 1e-7 … 1 - 1e-7 as in Keras. Probabilities unless told. Of
  ///   a model that ends in a sigmoid or softmax, what that was taken of is used, as Keras does on TensorFlow.
  public static func binaryCrossentropy(fromLogits: Bool = false) -> Loss {
    Loss("binary_crossentropy", target: .values) { prediction, target in
      if fromLogits { return prediction.elementLosses(target, BinaryCrossEntropy.ofLogit) }
      if let logits = prediction.logits { return logits.elementLosses(target, BinaryCrossEntropy.ofLogit) }
      return prediction.elementLosses(target, BinaryCrossEntropy.ofProbability)
    }
  }

  /// The cross-entropy of several classes for targets that are probabilities, such as one-hot rows: -Σ t log p.
  ///
  /// - Parameter fromLogits: Whether predictions are logits, whose softmax gives the probabilities p; otherwise each row
  ///   is divided by its sum, as in Keras. Probabilities unless told.
  public static func categoricalCrossentropy(fromLogits: Bool = false) -> Loss {
    Loss("categorical_crossentropy", target: .values) { prediction, target in
      if fromLogits { return prediction.rowLosses(target, CrossEntropy.ofLogits) }
      if let logits = prediction.logits { return logits.rowLosses(target, CrossEntropy.ofLogits) }
      return prediction.rowLosses(target, CrossEntropy.ofProbabilities)
    }
  }

  /// The cross-entropy of several classes for targets that are the index of a class: -log p of that class.
  ///
  /// - Parameter fromLogits: As in ``categoricalCrossentropy(fromLogits:)``.
  public static func sparseCategoricalCrossentropy(fromLogits: Bool = false) -> Loss {
    Loss("sparse_categorical_crossentropy", target: .classes) { prediction, target in
      if !fromLogits, let logits = prediction.logits { return try logits.classLosses(target, fromLogits: true) }
      return try prediction.classLosses(target, fromLogits: fromLogits)
    }
  }

  /// The cross-entropy of a class at every time step, from logits: the sum of the steps' losses times their weights,
  /// divided by the sum of the weights. Without weights, the mean.
  ///
  /// Predictions (batch, time, classes), targets and weights (batch, time).
  public static let sequenceCrossentropy =
    Loss("sequence_crossentropy", target: .classes, average: .weights) { prediction, target in
      try prediction.classLosses(target, fromLogits: true)
    }
}

extension Variable {
  /// The cross-entropy of each row and the index of its class.
  fileprivate func classLosses(_ target: Variable, fromLogits: Bool) throws -> Variable {
    let classes = lastLength
    return try rowLosses(target) { prediction, target, derivative in
      guard let label = Int(exactly: target[0]), (0..<classes).contains(label) else {
        throw TrainError(
          .invalidValue,
          "The target class \(target[0]) is not among the model's \(classes) classes. Give whole numbers in 0 ..< \(classes)."
        )
      }
      return fromLogits
        ? CrossEntropy.ofLogits(prediction, label, derivative)
        : CrossEntropy.ofProbabilities(prediction, label, derivative)
    }
  }
}

private enum BinaryCrossEntropy {
  /// max(x, 0) - x t + log(1 + e^-|x|), which does not overflow.
  static func ofLogit(_ x: Float, _ target: Float) -> (Float, Float) {
    let power = exp(-abs(Double(x)))
    let sigmoid = x >= 0 ? 1 / (1 + power) : power / (1 + power)
    return (Float(max(Double(x), 0) - Double(x) * Double(target) + log1p(power)), Float(sigmoid - Double(target)))
  }

  static func ofProbability(_ probability: Float, _ target: Float) -> (Float, Float) {
    let epsilon: Float = 1e-7
    let p = Double(min(max(probability, epsilon), 1 - epsilon))
    let t = Double(target)
    let slope = p == Double(probability) ? (p - t) / (p * (1 - p)) : 0
    return (Float(-t * log(p) - (1 - t) * log(1 - p)), Float(slope))
  }
}

private enum CrossEntropy {
  typealias Row = UnsafeBufferPointer<Float>
  typealias Derivative = UnsafeMutableBufferPointer<Float>

  /// log Σ t · (log Σ eˣ) - Σ t x; the derivative is softmax(x) · Σ t - t.
  static func ofLogits(_ x: Row, _ target: Row, _ derivative: Derivative) -> Float {
    let logSum = Softmax.compute(x, into: derivative)
    var (loss, weight) = (0.0, Float(0))
    for index in x.indices {
      loss += Double(target[index]) * (logSum - Double(x[index]))
      weight += target[index]
    }
    for index in x.indices { derivative[index] = derivative[index] * weight - target[index] }
    return Float(loss)
  }

  /// The same with all weight on one class.
  static func ofLogits(_ x: Row, _ label: Int, _ derivative: Derivative) -> Float {
    let logSum = Softmax.compute(x, into: derivative)
    derivative[label] -= 1
    return Float(logSum - Double(x[label]))
  }

  /// -Σ t log(p / Σ p), each quotient limited to 1e-7 … 1 - 1e-7.
  static func ofProbabilities(_ p: Row, _ target: Row, _ derivative: Derivative) -> Float {
    let sum = p.reduce(0) { $0 + Double($1) }
    var (loss, weight) = (0.0, 0.0)
    for index in p.indices {
      let quotient = Double(p[index]) / sum
      let limited = min(max(quotient, 1e-7), 1 - 1e-7)
      loss -= Double(target[index]) * log(limited)
      let isFree = limited == quotient
      derivative[index] = isFree ? Float(-Double(target[index]) / Double(p[index])) : 0
      if isFree { weight += Double(target[index]) }
    }
    for index in p.indices { derivative[index] += Float(weight / sum) }
    return Float(loss)
  }

  /// log Σ p - log p of the class, each p limited to 1e-7 … 1 - 1e-7 first.
  static func ofProbabilities(_ p: Row, _ label: Int, _ derivative: Derivative) -> Float {
    func limited(_ index: Int) -> Double { min(max(Double(p[index]), 1e-7), 1 - 1e-7) }
    let sum = p.indices.reduce(0) { $0 + limited($1) }
    for index in p.indices {
      let slope = 1 / sum - (index == label ? 1 / limited(index) : 0)
      derivative[index] = limited(index) == Double(p[index]) ? Float(slope) : 0
    }
    return Float(log(sum) - log(limited(label)))
  }
}
