internal import CKernels

extension Variable {
  /// A gated recurrent unit (Cho et al. 2014) over whole sequences, as one operation with its own derivative; the reset
  /// gate is applied after the product, Keras' default.
  ///
  /// The formulas are in `CKernels/body/gru.h`; gates lie in Keras' order z, r, h.
  ///
  /// - Parameters:
  ///   - kernel: Input weights (features, 3 · units).
  ///   - recurrent: State weights (units, 3 · units).
  ///   - bias: Offsets (2, 3 · units), the input's and the state's, or nil for none.
  ///   - options: Direction, masks, initial state and what is returned.
  /// - Returns: The output and the state h, for an input of (batch, time, features).
  public func gru(
    kernel: Variable, recurrent: Variable, bias: Variable?, options: RecurrenceOptions = RecurrenceOptions()
  ) -> RecurrenceOutput {
    Recurrence.run(LL_GRU, .tanh, on: self, RecurrenceWeights(kernel, recurrent, bias), options)
  }
}
