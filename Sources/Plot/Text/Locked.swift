internal import Foundation

/// A value that several threads change in turn.
///
/// `Mutex` of the standard library would do as well, but on Linux it waits in the kernel, where the thread sanitizer does
/// not see it and reports races that are none.
package final class Locked<Value: ~Copyable>: @unchecked Sendable {
  // Unchecked: the value is touched under the lock alone.
  private let lock = NSLock()
  private var value: Value

  package init(_ value: consuming Value) { self.value = value }

  /// Gives access to the value while no other thread has it.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
