internal import CKernels

/// The threads that large operations are divided among. Every part computes outputs of its own, so the number of
/// threads changes no bit.
enum Threads {
  /// How many threads may compute at once: as many as there are processors, or `LOSSLINE_THREADS` in the environment.
  static var limit: Int {
    get { Int(ll_threads_limit()) }
    set { ll_threads_set_limit(Int64(newValue)) }
  }

  /// An operation with fewer multiplications and additions than this takes less time than waking a thread is worth.
  private static let leastOperations = 2_000_000

  /// How many parts an operation of so many multiplications and additions is worth.
  static func parts(operations: Int) -> Int { operations < leastOperations ? 1 : limit }

  /// Calls `body` with 0 ..< count, on up to `threads` threads at once, and returns when all calls have.
  static func run(_ count: Int, threads: Int, _ body: (Int) -> Void) {
    if threads <= 1 || count <= 1 {
      for part in 0..<count { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      var part = Part(body: body)
      withUnsafeMutablePointer(to: &part) { pointer in
        ll_threads_run(
          Int64(count), Int64(threads), { $0?.assumingMemoryBound(to: Part.self).pointee.body(Int($1)) }, pointer)
      }
    }
  }

  /// Calls `body` with parts of 0 ..< count, on several threads where there are many elements.
  static func runElements(_ count: Int, _ body: (Range<Int>) -> Void) {
    let threads = parts(operations: count * operationsForElement)
    if threads <= 1 { return body(0..<count) }
    // Whole cache lines.
    let each = ((count + threads - 1) / threads + 15) / 16 * 16
    run((count + each - 1) / each, threads: threads) { body($0 * each..<min(($0 + 1) * each, count)) }
  }

  /// Simple operations wait for memory, where an element takes as long as so many multiplications and additions.
  private static let operationsForElement = 8

  private struct Part {
    let body: (Int) -> Void
  }
}
