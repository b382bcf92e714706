import Testing

@testable import Train

/// The kernels that this processor can run.
let runnableLevels: [String] = ["baseline", "avx2", "avx512"].filter { Kernels(named: $0) != nil }

/// The levels with a fused multiply-add, which promise equal bits.
let fusedLevels: [String] = runnableLevels.filter { $0 != "baseline" }

/// Whether a level has a fused multiply-add; the lowest has one on arm64.
func isFused(_ level: String) -> Bool {
  #if arch(arm64)
    true
  #else
    level != "baseline"
  #endif
}

/// A tape that computes with the kernels of one level.
func makeTape(_ level: String) throws -> Tape {
  Tape(kernels: try #require(Kernels(named: level)))
}

/// Values from a normal distribution.
func randomTensor(_ shape: [Int], seed: UInt64) -> Tensor {
  var generator = SeededGenerator(seed: seed)
  var tensor = Tensor(shape: shape)
  tensor.values = tensor.values.map { _ in Float(generator.normal()) }
  return tensor
}
