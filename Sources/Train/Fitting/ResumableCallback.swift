/// A callback that remembers something from epoch to epoch, which a checkpoint has to keep.
protocol ResumableCallback: Callback {
  /// Tells callbacks of one training apart.
  var resumeKey: String { get }
  var resumeState: CallbackState { get }
  func resume(from state: CallbackState)
}

/// What a callback remembers.
struct CallbackState {
  var numbers: [String: Double]
  var tensors: [Tensor]

  /// A number of epochs, or nil where a damaged file holds none.
  func count(_ name: String) -> Int? { numbers[name].flatMap(Int.init(exactly:)).flatMap { $0 >= 0 ? $0 : nil } }
}
