internal import CKernels

extension Variable {
  /// A simple recurrent layer over whole sequences, hₜ = activation(xₜ · kernel + hₜ₋₁ · recurrent + bias), as one
  /// operation with its own derivative.
  ///
  /// - Parameters:
  ///   - kernel: Input weights (features, units).
  ///   - recurrent: State weights (units, units).
  ///   - bias: Offsets (units), or nil for none.
  ///   - activation: Applied to every new state; tanh unless told.
  ///   - options: Direction, masks, initial state and what is returned.
  /// - Returns: The output and the state h, for an input of (batch, time, features).
  public func simpleRNN(
    kernel: Variable, recurrent: Variable, bias: Variable?, activation: Activation = .tanh,
    options: RecurrenceOptions = RecurrenceOptions()
  ) -> RecurrenceOutput {
    Recurrence.run(LL_SIMPLE_RNN, activation, on: self, RecurrenceWeights(kernel, recurrent, bias), options)
  }
}
