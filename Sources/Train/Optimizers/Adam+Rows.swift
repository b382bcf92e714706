internal import CKernels

extension Adam: RowOptimizer {
  /// Without a gradient m / √v shrinks by β₁ / √β₂ a step; a step may grow by less than the reciprocal, rounding included.
  var calmGrowth: Float { beta1 > 0 ? Float(min(beta2.squareRoot() / beta1 * (1 - 1e-4), 1e6)) : 1e6 }

  func update(_ rows: RowSlice, step: OptimizerStep) {
    guard let set = rows.kernelRows else { return }
    var arguments = arguments(step.size)
    kernels.table.pointee.adam_rows(&arguments, set, rows.values, rows.gradients, rows.slots[0], rows.slots[1])
  }

  func idle(_ rows: RowSlice, taken: UnsafePointer<Int32>, history: StepHistory) {
    guard let set = rows.kernelRows else { return }
    var arguments = arguments(0)
    history.sizes.withUnsafeBufferPointer { sizes in
      guard let start = sizes.baseAddress else { return }
      var steps = ll_idle_steps(count: Int64(sizes.count), sizes: start, calm: Int64(history.calm))
      kernels.table.pointee.adam_idle_rows(
        &arguments, set, taken, &steps, rows.values, rows.slots[0], rows.slots[1])
    }
  }
}

extension RowSlice {
  fileprivate var kernelRows: ll_row_set? {
    rows.baseAddress.map { ll_row_set(count: Int64(rows.count), length: Int64(length), indices: $0) }
  }
}
