#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Variable {
  /// eˣ divided by its sum over the last axis: probabilities, (…, classes) → (…, classes).
  ///
  /// With p the result, dx = p · (dp - Σ p · dp) for each row.
  public func softmax() -> Variable {
    let (rows, length) = (rows, lastLength)
    let output = tape.arena.allocate(count)
    for row in 0..<rows {
      _ = Softmax.compute(
        UnsafeBufferPointer(start: values + row * length, count: length),
        into: UnsafeMutableBufferPointer(start: output + row * length, count: length))
    }
    return tape.record(output, shape: shape, inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for row in 0..<rows {
        let (p, dp, dx) = (output + row * length, gradient + row * length, target + row * length)
        let mean = (0..<length).reduce(0.0) { $0 + Double(p[$1]) * Double(dp[$1]) }
        for index in 0..<length { dx[index] += Float(Double(p[index]) * (Double(dp[index]) - mean)) }
      }
    }
  }
}

/// The softmax of one row, in double precision and without overflow.
enum Softmax {
  /// Writes the softmax of x and returns log Σ eˣ.
  static func compute(_ x: UnsafeBufferPointer<Float>, into output: UnsafeMutableBufferPointer<Float>) -> Double {
    let largest = Double(x.max() ?? 0)
    let sum = x.reduce(0) { $0 + exp(Double($1) - largest) }
    for index in x.indices { output[index] = Float(exp(Double(x[index]) - largest) / sum) }
    return largest + log(sum)
  }
}
