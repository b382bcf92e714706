/// A random division of samples into a training and a test part.
public struct TrainTestSplit: Sendable, Hashable {
  /// The samples to train on, in the order drawn.
  public let train: [Int]

  /// The samples to test on, in the order drawn.
  public let test: [Int]

  /// Draws a permutation; its first ⌈testFraction · count⌉ samples are the test part, as in scikit-learn.
  ///
  /// - Parameters:
  ///   - count: The number of samples.
  ///   - testFraction: Between 0 and 1; 0.2 unless told.
  ///   - seed: The same seed gives the same division.
  /// - Throws: ``TrainError`` (`emptyData`) when a part would be empty, `invalidSetting` for a fraction outside 0…1.
  public init(count: Int, testFraction: Double = 0.2, seed: UInt64) throws {
    guard (0...1).contains(testFraction) else {
      throw TrainError(.invalidSetting, "The test fraction is \(testFraction). Give a number between 0 and 1.")
    }
    let testCount = count > 0 ? Int((testFraction * Double(count)).rounded(.up)) : 0
    guard testCount >= 1, count - testCount >= 1 else {
      throw TrainError(
        .emptyData,
        "Of \(count) samples a fraction of \(testFraction) was asked for as the test part, which leaves a part empty. "
          + "Give more samples or another fraction.")
    }
    var generator = SeededGenerator(seed: seed, stream: 0x5917)
    let order = generator.permutation(count)
    test = Array(order[..<testCount])
    train = Array(order[testCount...])
  }
}
