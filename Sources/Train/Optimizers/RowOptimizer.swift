/// An optimizer that has kernels for some rows of a matrix at once.
protocol RowOptimizer: Optimizer {
  /// The factor by which a step's size may grow while the updates of a row without gradient still shrink.
  var calmGrowth: Float { get }

  /// Takes a step for some rows, each named once.
  func update(_ rows: RowSlice, step: OptimizerStep)

  /// Takes the steps that rows have missed; their gradients were zero.
  ///
  /// - Parameter taken: The number of steps in the history before those that each row has missed.
  func idle(_ rows: RowSlice, taken: UnsafePointer<Int32>, history: StepHistory)
}

/// Some rows of a matrix in memory, beside gradients and slots.
struct RowSlice {
  let rows: UnsafeBufferPointer<Int32>
  let length: Int
  /// The first row of the matrix.
  let values: UnsafeMutablePointer<Float>
  let gradients: UnsafeMutablePointer<Float>
  let slots: [UnsafeMutablePointer<Float>]

  /// Some of these rows.
  func part(_ range: Range<Int>) -> RowSlice {
    RowSlice(
      rows: UnsafeBufferPointer(rebasing: rows[range]), length: length, values: values, gradients: gradients,
      slots: slots)
  }
}
