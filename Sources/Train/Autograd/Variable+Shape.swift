internal import CKernels

extension Variable {
  /// The same elements in another shape of equal size.
  public func reshaped(_ shape: [Int]) -> Variable {
    precondition(
      Tensor.count(of: shape) == count, "The shape \(self.shape) cannot become \(shape): the number of values differs.")
    return tape.record(values, shape: shape, inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.scale_add(Int64(count), 1, gradient, target)
    }
  }

  /// One row for each sample: (batch, …) → (batch, product of the rest).
  public func flattened() -> Variable {
    let batch = shape.first ?? 1
    return reshaped([batch, shape.dropFirst().reduce(1, *)])
  }
}
