internal import Foundation

/// Round numbers at equal distances: multiples of 1, 2, 2.5 or 5 times a power of ten.
enum LinearTicks {
  /// The step that comes nearest to the wanted number of intervals over the extent.
  static func step(extent: Double, wanted: Int) -> Double {
    guard extent > 0, extent.isFinite else { return 1 }
    let ideal = extent / Double(max(wanted, 1))
    let magnitude = power(Int(Foundation.floor(log10(ideal))))
    let candidates = [1, 2, 2.5, 5, 10].map { $0 * magnitude }
    return candidates.min { distance($0, ideal) < distance($1, ideal) } ?? ideal
  }

  /// The domain extended to the next multiples of the step.
  static func nice(_ domain: ClosedRange<Double>, step: Double) -> ClosedRange<Double> {
    // A value within a millionth of a multiple counts as on it, so that rounding does not add an empty interval.
    let low = (domain.lowerBound / step + 1e-6).rounded(.down) * step
    let high = (domain.upperBound / step - 1e-6).rounded(.up) * step
    return low.isFinite && high.isFinite && low < high ? low...high : domain
  }

  /// The multiples of the step inside the domain.
  static func values(in domain: ClosedRange<Double>, step: Double) -> [Double] {
    let first = (domain.lowerBound / step - 1e-6).rounded(.up)
    let last = (domain.upperBound / step + 1e-6).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    // Multiplying each time, instead of adding up, keeps 0 exact; + 0 turns −0 into 0.
    return (0...Int(last - first)).map { clean((first + Double($0)) * step, step: step) + 0 }
  }

  /// The multiple without the binary rest of its step: 0.3 for 3 · 0.1.
  private static func clean(_ value: Double, step: Double) -> Double {
    let inverse = 1 / step
    guard step < 1, abs(inverse - inverse.rounded()) < 1e-9 * inverse else { return value }
    return (value * inverse).rounded() / inverse.rounded()
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

  private static func distance(_ a: Double, _ b: Double) -> Double { abs(log(a / b)) }
}
