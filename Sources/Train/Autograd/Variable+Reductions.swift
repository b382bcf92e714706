internal import CKernels

extension Variable {
  /// The sum of all elements, a single number.
  public func sum() -> Variable { total(times: 1) }

  /// The mean of all elements, a single number.
  public func mean() -> Variable { total(times: 1 / Float(max(count, 1))) }

  /// The means over the last axis: (batch, …, n) → (batch, …).
  public func meanOverLastAxis() -> Variable {
    let (rows, length) = (rows, lastLength)
    let output = tape.arena.allocate(rows)
    let scale = 1 / Float(max(length, 1))
    for row in 0..<rows { output[row] = scale * tape.kernels.table.pointee.sum(Int64(length), values + row * length) }
    return tape.record(output, shape: shape.dropLast(), inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for row in 0..<rows {
        tape.kernels.table.pointee.add_constant(Int64(length), scale * gradient[row], target + row * length)
      }
    }
  }

  /// The mean of the squared differences of all elements, a single number.
  ///
  /// - Parameter target: As many elements as this variable; no gradient flows into it.
  public func meanSquaredError(to target: Variable) -> Variable {
    precondition(count == target.count, "The target \(target.shape) has another size than the prediction \(shape).")
    let output = tape.arena.allocate(1)
    let scale = 1 / Float(max(count, 1))
    output.pointee = scale * tape.kernels.table.pointee.squared_error(Int64(count), values, target.values)
    return tape.record(output, shape: [], inputs: self) { [node, count, target = target.node] tape, gradient in
      guard let goal = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.squared_error_backward(
        Int64(count), 2 * scale * gradient.pointee, tape.nodes[node].values, tape.nodes[target].values, goal)
    }
  }

  private func total(times scale: Float) -> Variable {
    let output = tape.arena.allocate(1)
    output.pointee = scale * tape.kernels.table.pointee.sum(Int64(count), values)
    return tape.record(output, shape: [], inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.add_constant(Int64(count), scale * gradient.pointee, target)
    }
  }
}
