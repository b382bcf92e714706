/// How a recurrent operation on the tape runs over its sequences; Keras' names and meanings.
public struct RecurrenceOptions {
  /// Whether every step's output is returned, or the last one's.
  public var returnSequences: Bool

  /// Whether time runs from the last step to the first; outputs come in the order of processing, so reversed.
  public var goBackwards: Bool

  /// The states before the first step, (batch, units) each: the hidden state, and for an LSTM the cell state. Zero when
  /// nil. Gradients flow to them.
  public var initialState: [Variable]?

  /// Steps to skip, (batch, time): the state is carried over and the last output repeats; zero where there is none yet.
  public var mask: SequenceMask?

  /// Factors (batch, features) that the input of every step is multiplied with, such as one dropout mask for all steps
  /// and gates; no gradient flows to them.
  public var inputMask: Variable?

  /// Factors (batch, units) that the hidden state is multiplied with where it meets the recurrent weights, and only
  /// there; no gradient flows to them.
  public var recurrentMask: Variable?

  /// Creates options; each may be left out.
  public init(
    returnSequences: Bool = false, goBackwards: Bool = false, initialState: [Variable]? = nil,
    mask: SequenceMask? = nil, inputMask: Variable? = nil, recurrentMask: Variable? = nil
  ) {
    self.returnSequences = returnSequences
    self.goBackwards = goBackwards
    self.initialState = initialState
    self.mask = mask
    self.inputMask = inputMask
    self.recurrentMask = recurrentMask
  }
}

/// What a recurrent operation on the tape computes. Gradients of the output and of every state are taken.
public struct RecurrenceOutput {
  /// (batch, time, units) with `returnSequences`, else the last step's output (batch, units).
  public let output: Variable

  /// The states after the last step, (batch, units) each: the hidden state, and for an LSTM the cell state.
  public let state: [Variable]
}
