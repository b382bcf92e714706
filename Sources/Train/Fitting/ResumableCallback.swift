/// A callback that remembers something from epoch to epoch, which a checkpoint has to keep.
protocol ResumableCallback: Callback {
  /// Tells kinds of callbacks and their metrics apart.
  var resumeKey: String { get }
  var resumeState: CallbackState { get }
  func resume(from state: CallbackState)
}

extension [any Callback] {
  /// Those that remember something, each with a key of its own: the second one of a kind has `#2` behind it.
  var resumable: [(key: String, callback: any ResumableCallback)] {
    var counts: [String: Int] = [:]
    return compactMap { $0 as? any ResumableCallback }.map { callback in
      let count = counts[callback.resumeKey, default: 0] + 1
      counts[callback.resumeKey] = count
      return (count == 1 ? callback.resumeKey : "\(callback.resumeKey)#\(count)", callback)
    }
  }
}

/// What a callback remembers.
struct CallbackState {
  var numbers: [String: Double]
  var tensors: [Tensor]

  /// A number of epochs, or nil where a damaged file holds none.
  func count(_ name: String) -> Int? { numbers[name].flatMap(Int.init(exactly:)).flatMap { $0 >= 0 ? $0 : nil } }
}
