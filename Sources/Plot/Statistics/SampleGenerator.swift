#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Random numbers for resampling: SplitMix64 (Steele, Lea and Flood, “Fast Splittable Pseudorandom Number Generators”,
/// 2014), which is the same on every machine and in every version.
package struct SampleGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in (0, 1), so that its logarithm is finite.
  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// A number from the standard normal distribution, by the polar method of Marsaglia (1964), one of each pair.
  mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A number from the gamma distribution of a shape of at least 1 (Marsaglia and Tsang, “A Simple Method for Generating
  /// Gamma Variables”, 2000).
  mutating func gamma(_ shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let cube = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if cube > 0, log(uniform()) < 0.5 * x * x + d - d * cube + d * log(cube) { return d * cube }
    }
  }
}
