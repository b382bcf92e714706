internal import CKernels

extension Variable {
  /// The matrix product with `right` (features, units): (…, features) → (…, units).
  public func matmul(_ right: Variable) -> Variable { dense(kernel: right, bias: nil, activation: .linear) }

  /// A fully connected layer in one operation: `activation(self · kernel + bias)`.
  ///
  /// - Parameters:
  ///   - kernel: Weights (features, units).
  ///   - bias: Offsets (units), or nil for none.
  ///   - activation: Applied to every element of the output.
  /// - Returns: (…, units) for an input of (…, features).
  public func dense(kernel: Variable, bias: Variable?, activation: Activation) -> Variable {
    precondition(
      kernel.shape.count == 2 && kernel.shape[0] == lastLength,
      "A product of \(shape) with \(kernel.shape): the last axis of the first and the first of the second differ.")
    precondition(
      bias.map { $0.shape == [kernel.shape[1]] } ?? true, "The bias has one value for each of \(kernel.shape[1]) units."
    )
    // A sigmoid or softmax at the end of a model remembers what it was taken of.
    guard activation.isElementwise, activation != .sigmoid else {
      return dense(kernel: kernel, bias: bias, activation: .linear).activated(activation)
    }
    let size = DenseSize(rows: rows, features: kernel.shape[0], units: kernel.shape[1])
    let output = tape.arena.allocate(size.rows * size.units)
    let table = tape.kernels.table.pointee
    MatrixProduct(
      rows: size.rows, columns: size.units, inner: size.features, a: values, b: kernel.values, c: output,
      bias: bias.map { UnsafePointer($0.values) }
    ).run(with: tape.kernels)
    if activation != .linear {
      table.activate(activation.kernel, Int64(size.rows * size.units), output, output)
    }
    let backward = DenseBackward(
      size: size, activation: activation, input: node, kernel: kernel.node, bias: bias?.node, output: output)
    return tape.record(
      output, shape: shape.dropLast() + [size.units], inputs: self, kernel, bias ?? kernel
    ) { tape, gradient in backward(on: tape, gradient) }
  }
}

private struct DenseSize {
  let rows: Int
  let features: Int
  let units: Int
}

/// y = f(x K + b), so with δ = dy · f'(y): dK = xᵀ δ, db = Σ δ over the rows, dx = δ Kᵀ.
private struct DenseBackward {
  let size: DenseSize
  let activation: Activation
  let input: Int
  let kernel: Int
  let bias: Int?
  let output: UnsafeMutablePointer<Float>

  func callAsFunction(on tape: Tape, _ gradient: UnsafeMutablePointer<Float>) {
    let delta = beforeActivation(on: tape, gradient)
    if let target = tape.neededGradient(of: kernel) {
      MatrixProduct(
        rows: size.features, columns: size.units, inner: size.rows, a: tape.nodes[input].values, isTransposed: true,
        b: delta, c: target, accumulates: true
      ).run(with: tape.kernels)
    }
    if let bias, let target = tape.neededGradient(of: bias) {
      tape.kernels.table.pointee.sum_rows(Int64(size.rows), Int64(size.units), delta, target)
    }
    if let target = tape.neededGradient(of: input) { addInputGradient(on: tape, delta, to: target) }
  }

  private func beforeActivation(
    on tape: Tape, _ gradient: UnsafeMutablePointer<Float>
  ) -> UnsafeMutablePointer<Float> {
    if activation == .linear { return gradient }
    let count = size.rows * size.units
    let delta = tape.arena.zeros(count)
    tape.kernels.table.pointee.activate_backward(activation.kernel, Int64(count), output, gradient, delta)
    return delta
  }

  private func addInputGradient(
    on tape: Tape, _ delta: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>
  ) {
    let table = tape.kernels.table.pointee
    let features = Int64(size.features)
    let units = Int64(size.units)
    let transposed = tape.arena.allocate(size.features * size.units)
    table.transpose(features, units, tape.nodes[kernel].values, units, transposed, features, features)
    MatrixProduct(
      rows: size.rows, columns: size.features, inner: size.units, a: delta, b: transposed, c: target, accumulates: true
    ).run(with: tape.kernels)
  }
}
