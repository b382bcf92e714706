#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Random numbers from a seed: the same seed gives the same numbers on every machine and in every version.
///
/// The bits come from xoshiro256** 1.0 (Blackman & Vigna 2018), whose state is filled by SplitMix64 from the seed. The
/// methods below turn bits into numbers by formulas that are fixed here, unlike those of the standard library.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var state: SIMD4<UInt64>

  /// Creates a generator.
  ///
  /// - Parameters:
  ///   - seed: Any number; neighbouring seeds give unrelated sequences.
  ///   - stream: A second number, to draw several unrelated sequences from one seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var source = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
    state = SIMD4(
      SeededGenerator.splitMix(&source), SeededGenerator.splitMix(&source), SeededGenerator.splitMix(&source),
      SeededGenerator.splitMix(&source))
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotate(state[1] &* 5, 7) &* 9
    let shifted = state[1] << 17
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = rotate(state[3], 45)
    return result
  }

  /// A number in [0, 1), from the upper 53 bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from the standard normal distribution, by the polar method of Marsaglia (1964), one of each pair.
  public mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A whole number in 0 ..< `bound`, without bias (Lemire 2019). A bound below 1 is a programmer's error.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "A random index needs a bound of at least 1, and \(bound) was given.")
    let limit = UInt64(bound)
    var product = next().multipliedFullWidth(by: limit)
    if product.low < limit {
      let threshold = (0 &- limit) % limit
      while product.low < threshold { product = next().multipliedFullWidth(by: limit) }
    }
    return Int(product.high)
  }

  /// 0 ..< `count` in random order, by the shuffle of Fisher and Yates from the last element down.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(count, 0))
    shuffle(&order)
    return order
  }

  /// Puts the elements in random order, as ``permutation(_:)`` does.
  public mutating func shuffle(_ elements: inout [Int]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, index(below: last + 1)) }
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 { (x << bits) | (x >> (64 - bits)) }
}
