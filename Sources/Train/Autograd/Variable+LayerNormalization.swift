extension Variable {
  /// Normalizes over the last axis: (x - mean) / √(variance + ε) · scale + offset (Ba et al. 2016).
  ///
  /// - Parameters:
  ///   - scale: γ, (features), or nil for none.
  ///   - offset: β, (features), or nil for none.
  ///   - epsilon: ε, added to the variance.
  /// - Returns: (…, features) for an input of (…, features).
  public func layerNormalized(scale: Variable?, offset: Variable?, epsilon: Float) -> Variable {
    precondition(
      [scale, offset].allSatisfy { $0.map { $0.shape == [lastLength] } ?? true },
      "Scale and offset have one value for each of the \(lastLength) features of \(shape).")
    let normalized = normalizedRows(epsilon: epsilon)
    let scaled = scale.map { normalized * $0 } ?? normalized
    return offset.map { scaled + $0 } ?? scaled
  }

  /// With y = (x - mean) / σ for each row: dx = (dy - mean(dy) - y · mean(dy · y)) / σ.
  private func normalizedRows(epsilon: Float) -> Variable {
    let (rows, length) = (rows, lastLength)
    let output = tape.arena.allocate(count)
    let inverses = tape.arena.allocate(rows)
    for row in 0..<rows {
      inverses[row] = Variable.normalize(values + row * length, into: output + row * length, length, epsilon)
    }
    return tape.record(output, shape: shape, inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for row in 0..<rows {
        let (dy, y, dx) = (gradient + row * length, output + row * length, target + row * length)
        var (sum, product) = (Float(0), Float(0))
        for index in 0..<length {
          sum += dy[index]
          product += dy[index] * y[index]
        }
        let (mean, slope) = (sum / Float(length), product / Float(length))
        for index in 0..<length { dx[index] += inverses[row] * (dy[index] - mean - y[index] * slope) }
      }
    }
  }

  /// Writes a row with mean 0 and variance 1 and returns what its distances from the mean were multiplied with.
  private static func normalize(
    _ row: UnsafeMutablePointer<Float>, into output: UnsafeMutablePointer<Float>, _ length: Int, _ epsilon: Float
  ) -> Float {
    var sum = Float(0)
    for index in 0..<length { sum += row[index] }
    let mean = sum / Float(length)
    var squares = Float(0)
    for index in 0..<length { squares += (row[index] - mean) * (row[index] - mean) }
    let inverse = 1 / (squares / Float(length) + epsilon).squareRoot()
    for index in 0..<length { output[index] = (row[index] - mean) * inverse }
    return inverse
  }
}
