internal import CKernels

extension Variable {
  /// A long short-term memory (Hochreiter & Schmidhuber 1997) over whole sequences, as one operation with its own
  /// derivative.
  ///
  /// The formulas are in `CKernels/body/lstm.h`; gates lie in Keras' order i, f, g, o.
  ///
  /// - Parameters:
  ///   - kernel: Input weights (features, 4 · units).
  ///   - recurrent: State weights (units, 4 · units).
  ///   - bias: Offsets (4 · units), or nil for none.
  ///   - options: Direction, masks, initial states and what is returned.
  /// - Returns: The output and the states h and c, for an input of (batch, time, features).
  public func lstm(
    kernel: Variable, recurrent: Variable, bias: Variable?, options: RecurrenceOptions = RecurrenceOptions()
  ) -> RecurrenceOutput {
    Recurrence.run(LL_LSTM, .tanh, on: self, RecurrenceWeights(kernel, recurrent, bias), options)
  }
}
