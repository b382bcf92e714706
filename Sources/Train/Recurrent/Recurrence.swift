/// How a recurrence runs over whole sequences.
public struct RecurrenceOptions {
  public var returnSequences = false
  public var goBackwards = false
  public var initialState: [Variable]?
  public var mask: SequenceMask?
  public var inputMask: Variable?
  public var recurrentMask: Variable?
}
public struct RecurrenceOutput {
  var output: Variable
  let state: [Variable]
}
extension Variable {
  func lstm(kernel: Variable, recurrent: Variable, bias: Variable?, options: RecurrenceOptions) -> RecurrenceOutput? {
    nil
  }
  func gru(kernel: Variable, recurrent: Variable, bias: Variable?, options: RecurrenceOptions) -> RecurrenceOutput? {
    nil
  }
  func simpleRNN(
    kernel: Variable, recurrent: Variable, bias: Variable?, activation: Activation, options: RecurrenceOptions
  ) -> RecurrenceOutput? { nil }
}
