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
    let kept = 1 / (1 - rate)
    for index in 0..<factors.count { factors.values[index] = Float(generator.uniform()) < rate ? 0 : kept }
    return factors
  }
}
