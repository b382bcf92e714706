internal import CKernels

/// Memory for many floats, aligned to 64 bytes; large blocks lie in huge pages where the system has them.
enum FloatMemory {
  /// Memory for `count` floats, not initialized, until ``release(_:)``.
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    guard let start = ll_floats_allocate(Int64(count)) else {
      preconditionFailure("There is no memory for \(count) numbers. Train with smaller batches or a smaller model.")
    }
    return start
  }

  /// Memory for `count` zeros, until ``release(_:)``.
  static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let start = allocate(count)
    start.initialize(repeating: 0, count: count)
    return start
  }

  /// Gives memory back.
  static func release(_ start: UnsafeMutablePointer<Float>) { ll_floats_release(start) }
}
