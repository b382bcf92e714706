internal import CKernels

// Element-by-element operations. The right operand may have a shape that is a suffix of the left one's, such as a bias
// of shape (units) beside (batch, units); its gradient is then summed over the repeated axes.

extension Variable {
  /// The sum, element by element; `right.shape` equals `left.shape` or is a suffix of it.
  public static func + (left: Variable, right: Variable) -> Variable {
    let nodes = (left: left.node, right: right.node)
    return left.combined(with: right, forward: { $0.table.pointee.add }) { tape, gradient, size, repeats in
      let table = tape.kernels.table.pointee
      if let target = tape.neededGradient(of: nodes.left) {
        table.scale_add(Int64(size * repeats), 1, gradient, target)
      }
      if let target = tape.neededGradient(of: nodes.right) {
        table.sum_rows(Int64(repeats), Int64(size), gradient, target)
      }
    }
  }

  /// The difference, element by element; `right.shape` equals `left.shape` or is a suffix of it.
  public static func - (left: Variable, right: Variable) -> Variable { left + right.scaled(by: -1) }

  /// The product, element by element; `right.shape` equals `left.shape` or is a suffix of it.
  public static func * (left: Variable, right: Variable) -> Variable {
    // Only nodes: a variable would hold the tape, which holds this closure.
    let nodes = (left: left.node, right: right.node)
    return left.combined(with: right, forward: { $0.table.pointee.multiply }) { tape, gradient, size, repeats in
      let table = tape.kernels.table.pointee
      let leftValues = tape.nodes[nodes.left].values
      let rightValues = tape.nodes[nodes.right].values
      let leftGradient = tape.gradientToSet(of: nodes.left)
      let rightGradient = tape.neededGradient(of: nodes.right)
      func multiply(_ start: Int, _ part: Range<Int>) {
        let (at, count) = (part.lowerBound, Int64(part.count))
        if let leftGradient {
          let multiply = leftGradient.isUnset ? table.multiply : table.multiply_add
          multiply(count, gradient + start + at, rightValues + at, leftGradient.values + start + at)
        }
        if let rightGradient {
          table.multiply_add(count, gradient + start + at, leftValues + start + at, rightGradient + at)
        }
      }
      if repeats == 1 { return Threads.runElements(size) { multiply(0, $0) } }
      for start in stride(from: 0, to: size * repeats, by: max(size, 1)) { multiply(start, 0..<size) }
    }
  }

  /// The product with a constant.
  public static func * (left: Float, right: Variable) -> Variable { right.scaled(by: left) }

  /// The product with a constant.
  public static func * (left: Variable, right: Float) -> Variable { left.scaled(by: right) }

  /// The value times a constant.
  public func scaled(by factor: Float) -> Variable {
    let output = tape.arena.zeros(count)
    tape.kernels.table.pointee.scale_add(Int64(count), factor, values, output)
    return tape.record(output, shape: shape, inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.scale_add(Int64(count), factor, gradient, target)
    }
  }

  /// The value plus a constant.
  public static func + (left: Variable, right: Float) -> Variable {
    let output = left.tape.arena.allocate(left.count)
    output.update(from: left.values, count: left.count)
    left.tape.kernels.table.pointee.add_constant(Int64(left.count), right, output)
    return left.tape.record(output, shape: left.shape, inputs: left) {
      [node = left.node, count = left.count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.scale_add(Int64(count), 1, gradient, target)
    }
  }

  /// A constant plus the value.
  public static func + (left: Float, right: Variable) -> Variable { right + left }

  /// The value minus a constant.
  public static func - (left: Variable, right: Float) -> Variable { left + -right }

  /// A constant minus the value.
  public static func - (left: Float, right: Variable) -> Variable { right.scaled(by: -1) + left }

  /// The value with its sign changed.
  public static prefix func - (value: Variable) -> Variable { value.scaled(by: -1) }

  /// The activation function of every element.
  public func activated(_ activation: Activation) -> Variable {
    if activation == .linear { return self }
    guard activation.isElementwise else { return softmax().withLogits(self) }
    let output = tape.arena.allocate(count)
    tape.kernels.table.pointee.activate(activation.kernel, Int64(count), values, output)
    let result = tape.record(output, shape: shape, inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.activate_backward(activation.kernel, Int64(count), output, gradient, target)
    }
    return activation == .sigmoid ? result.withLogits(self) : result
  }

  private typealias Combine = (Int64, UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

  private func combined(
    with right: Variable, forward: (Kernels) -> Combine,
    backward: @escaping (_ tape: Tape, _ gradient: UnsafeMutablePointer<Float>, _ size: Int, _ repeats: Int) -> Void
  ) -> Variable {
    precondition(tape === right.tape, "Both operands belong to one tape.")
    precondition(
      shape.suffix(right.shape.count) == right.shape[...],
      "The shapes \(shape) and \(right.shape) cannot be combined: the second is not a suffix of the first.")
    let size = right.count
    let repeats = size == 0 ? 0 : count / size
    let output = tape.arena.allocate(count)
    let combine = forward(tape.kernels)
    if repeats == 1 {
      let (left, right) = (values, right.values)
      Threads.runElements(size) {
        combine(Int64($0.count), left + $0.lowerBound, right + $0.lowerBound, output + $0.lowerBound)
      }
    } else {
      for start in stride(from: 0, to: count, by: max(size, 1)) {
        combine(Int64(size), values + start, right.values, output + start)
      }
    }
    return tape.record(output, shape: shape, inputs: self, right) { tape, gradient in
      backward(tape, gradient, size, repeats)
    }
  }
}
