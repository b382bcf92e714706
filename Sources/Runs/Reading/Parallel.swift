internal import Dispatch

/// Work on several processors at once with results in order.
package enum Parallel {
  /// The results of `work` for 0 up to `count`, in that order.
  package static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    if count < 2 { return (0..<count).map(work) }
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
      // Every task has a place of its own in memory that outlives them all.
      nonisolated(unsafe) let start = results.baseAddress
      DispatchQueue.concurrentPerform(iterations: count) { index in
        start?.advanced(by: index).initialize(to: work(index))
      }
      initialized = count
    }
  }

  /// How many processors there are to work with.
  static var width: Int { max(1, SystemFacts.processorCount ?? 1) }
}
