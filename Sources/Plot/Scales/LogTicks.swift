internal import Foundation

/// Ticks of a logarithmic axis: powers of ten, or 1-2-5 steps where the axis spans few of them.
enum LogTicks {
  /// The domain extended to the next 1, 2 or 5 times a power of ten.
  static func nice(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = steps(around: domain.lowerBound).last { $0 <= domain.lowerBound * (1 + 1e-9) } ?? domain.lowerBound
    let high = steps(around: domain.upperBound).first { $0 >= domain.upperBound * (1 - 1e-9) } ?? domain.upperBound
    return low < high ? low...high : low / 2...high * 2
  }

  /// At most about `wanted` labelled values, never fewer than two where the domain allows, and unlabelled ones between.
  static func values(in domain: ClosedRange<Double>, wanted: Int) -> (major: [Double], minor: [Double]) {
    let low = Int(Foundation.floor(log10(domain.lowerBound)))
    let high = Int(Foundation.ceil(log10(domain.upperBound)))
    func inside(_ digits: [Double], every stride: Int = 1) -> [Double] {
      let start = low - ((low % stride) + stride) % stride
      let candidates = Swift.stride(from: start, through: high, by: stride).flatMap { exponent in
        digits.map { $0 * power(exponent) }
      }
      return candidates.filter { $0 >= domain.lowerBound * (1 - 1e-9) && $0 <= domain.upperBound * (1 + 1e-9) }
    }
    let decades = inside([1])
    let all = inside(Array(stride(from: 1.0, through: 9, by: 1)))
    if decades.count > max(wanted, 2) {
      let stride = Int((Double(decades.count) / Double(max(wanted, 2))).rounded(.up))
      return (inside([1], every: stride), decades)
    }
    for digits in [[1, 2, 5], [1, 3]] as [[Double]] where inside(digits).count <= max(wanted, 2) {
      let major = inside(digits)
      if major.count >= 2 { return (major, all) }
    }
    if decades.count >= 2 { return (decades, all) }
    let fine = inside([1, 2, 5])
    return (fine.count >= 2 ? fine : [domain.lowerBound, domain.upperBound], all)
  }

  private static func steps(around value: Double) -> [Double] {
    let exponent = Int(Foundation.floor(log10(value)))
    return (exponent - 1...exponent + 1).flatMap { exponent in [1, 2, 5].map { $0 * power(exponent) } }
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
