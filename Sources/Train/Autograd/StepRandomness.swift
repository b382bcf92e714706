internal import CKernels

/// The random numbers of one training step: a function of seed and step alone, so that a resumed training draws the same.
struct StepRandomness {
  private let seed: UInt64
  private let step: Int
  private var draws: UInt64 = 0

  init(seed: UInt64, step: Int) {
    self.seed = seed
    self.step = step
  }

  /// A generator of its own for each caller within the step, in the order of the calls.
  mutating func next() -> SeededGenerator {
    defer { draws += 1 }
    return SeededGenerator(seed: seed ^ 0xD809_0D06, stream: UInt64(step) << 16 | draws)
  }
}

extension Tape {
  /// Dropout's factors: 0 with probability `rate`, else 1 / (1 - rate), which keeps the expected value
  /// (Srivastava et al. 2014, inverted as in Keras).
  ///
  /// - Returns: A constant of this shape, or nil outside of training and at rate 0.
  public func dropoutFactors(shape: [Int], rate: Float) -> Variable? {
    guard rate > 0, var generator = randomness?.next() else { return nil }
    let factors = data(shape: shape)
    let (count, values, table) = (factors.count, factors.values, kernels.table)
    let seed = generator.next()
    let threshold = UInt32(Double(rate) * 0x1p32)
    Threads.run(
      (count + Tape.factorsInPart - 1) / Tape.factorsInPart, threads: Threads.parts(operations: 16 * count)
    ) { part in
      let first = part * Tape.factorsInPart
      table.pointee.dropout_factors(
        seed, Int64(first), Int64(min(Tape.factorsInPart, count - first)), threshold, 1 / (1 - rate), values + first)
    }
    return factors
  }

  private static let factorsInPart = 1 << 14
}
