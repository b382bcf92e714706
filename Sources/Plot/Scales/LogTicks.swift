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
    let decades = values([1], in: domain)
    let all = values(Array(stride(from: 1.0, through: 9, by: 1)), in: domain)
    if decades.count > max(wanted, 2) {
      let stride = Int((Double(decades.count) / Double(max(wanted, 2))).rounded(.up))
      return (values([1], in: domain, every: stride), decades)
    }
    // Two powers of ten alone say little about what lies between them.
    let most = decades.count < 3 ? max(wanted, 5) : max(wanted, 2)
    for digits in [[1, 2, 5], [1, 3]] as [[Double]] {
      let major = values(digits, in: domain)
      if major.count >= 3, major.count <= most { return (major, all) }
    }
    if decades.count >= 2 { return (decades, all) }
    return (withinADecade(domain, wanted: wanted), all)
  }

  /// Nearly linear: even steps, where 1, 2 and 5 are too few.
  private static func withinADecade(_ domain: ClosedRange<Double>, wanted: Int) -> [Double] {
    let fine = values([1, 2, 5], in: domain)
    if fine.count >= 3 || (fine.count == 2 && wanted <= 3) { return fine }
    if let even = ExtendedTicks.values(in: domain, wanted: min(max(wanted, 3), 6)) { return even }
    return fine.count >= 2 ? fine : [domain.lowerBound, domain.upperBound]
  }

  /// The digits times powers of ten inside the domain.
  private static func values(
    _ digits: [Double], in domain: ClosedRange<Double>, every stride: Int = 1
  ) -> [Double] {
    let low = Int(Foundation.floor(log10(domain.lowerBound)))
    let high = Int(Foundation.ceil(log10(domain.upperBound)))
    let start = low - ((low % stride) + stride) % stride
    let candidates = Swift.stride(from: start, through: high, by: stride).flatMap { exponent in
      digits.map { DecimalNumber.value($0, exponent: exponent) }
    }
    return candidates.filter {
      $0 > 0 && $0 >= domain.lowerBound * (1 - 1e-9) && $0 <= domain.upperBound * (1 + 1e-9)
    }
  }

  private static func steps(around value: Double) -> [Double] {
    let exponent = Int(Foundation.floor(log10(value)))
    return (exponent - 1...exponent + 1).flatMap { exponent in
      [1, 2, 5].map { DecimalNumber.value($0, exponent: exponent) }
    }
  }
}
