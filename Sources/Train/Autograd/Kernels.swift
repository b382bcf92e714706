internal import CKernels

/// The C kernels of one instruction set.
struct Kernels: @unchecked Sendable {
  /// A table that lives as long as the process and never changes.
  let table: UnsafePointer<ll_kernels>

  /// The fastest kernels this processor runs, or those that `LOSSLINE_KERNELS` in the environment names.
  static let best = Kernels(table: ll_kernels_best())

  private init(table: UnsafePointer<ll_kernels>) { self.table = table }

  /// The kernels named `baseline`, `avx2` or `avx512`; nil where this processor cannot run them.
  init?(named name: String) {
    guard let table = ll_kernels_named(name) else { return nil }
    self.init(table: table)
  }

  /// The level's name.
  var name: String { String(cString: table.pointee.name) }
}
