#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Functions of every element, for losses and cells of one's own.

extension Variable {
  /// eˣ of every element.
  public func exponential() -> Variable {
    mapped { x in
      let power = exp(x)
      return (power, power)
    }
  }

  /// The natural logarithm of every element, which should be above 0.
  public func logarithm() -> Variable { mapped { (log($0), 1 / $0) } }

  /// The square root of every element, which should be above 0; at 0 the derivative is infinite.
  public func squareRoot() -> Variable {
    mapped { x in
      let root = x.squareRoot()
      return (root, 0.5 / root)
    }
  }

  /// The absolute value of every element; the derivative at 0 is 0.
  public func absolute() -> Variable { mapped { (abs($0), $0 == 0 ? 0 : $0 > 0 ? 1 : -1) } }

  /// 1 / x of every element.
  public func reciprocal() -> Variable { mapped { (1 / $0, -1 / ($0 * $0)) } }

  /// The quotient, element by element; `right.shape` equals `left.shape` or is a suffix of it.
  public static func / (left: Variable, right: Variable) -> Variable { left * right.reciprocal() }

  /// - Parameter function: Value and derivative, computed in double precision.
  private func mapped(_ function: (Double) -> (value: Double, slope: Double)) -> Variable {
    let output = tape.arena.allocate(count)
    let slopes = tape.arena.allocate(count)
    for index in 0..<count {
      let (value, slope) = function(Double(values[index]))
      (output[index], slopes[index]) = (Float(value), Float(slope))
    }
    return tape.record(output, shape: shape, inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for index in 0..<count { target[index] += gradient[index] * slopes[index] }
    }
  }
}
