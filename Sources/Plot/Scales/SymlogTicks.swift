internal import Foundation

/// The transform and the ticks of an axis that is linear around 0 and logarithmic on both sides.
enum SymlogTicks {
  /// sign(x) · ln(1 + |x| / threshold)
  static func transform(_ value: Double, threshold: Double) -> Double {
    let ratio = abs(value) / threshold
    let size = ratio.isFinite ? log1p(ratio) : log(abs(value)) - log(threshold)
    return value < 0 ? -size : size
  }

  /// The value whose transform is given.
  static func restore(_ place: Double, threshold: Double) -> Double {
    let size = expm1(abs(place)) * threshold
    return place < 0 ? -size : size
  }

  /// A thousandth of the largest magnitude, as a power of ten, so that three decades show on each side.
  static func threshold(for domain: ClosedRange<Double>) -> Double {
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard largest > 0, largest.isFinite else { return 1 }
    let value = DecimalNumber.value(1, exponent: max(DecimalNumber.exponent(of: largest) - 3, -300))
    return value > 0 ? value : .leastNormalMagnitude
  }

  /// 0 and powers of ten on both sides that keep their distance, or plain steps where the domain is linear throughout.
  static func values(in domain: ClosedRange<Double>, threshold: Double, wanted: Int) -> [Double] {
    let low = transform(domain.lowerBound, threshold: threshold)
    let high = transform(domain.upperBound, threshold: threshold)
    guard high > low else { return [domain.lowerBound, domain.upperBound] }
    let distance = (high - low) / Double(max(wanted, 2)) * 0.6
    var kept: [Double] = []
    // Round numbers between the powers of ten help only where there are few of those.
    for digits in [[1.0], [5], [2]] where kept.count < 4 {
      for candidate in candidates(domain, threshold, digits) where domain.contains(candidate) {
        let place = transform(candidate, threshold: threshold)
        if kept.allSatisfy({ abs(transform($0, threshold: threshold) - place) >= distance }) { kept.append(candidate) }
      }
    }
    if kept.count >= 2 { return kept.sorted() }
    return ExtendedTicks.values(in: domain, wanted: wanted) ?? [domain.lowerBound, domain.upperBound]
  }

  /// The domain extended to the next power of ten, or multiple of it, at each end.
  static func nice(_ domain: ClosedRange<Double>, threshold: Double) -> ClosedRange<Double> {
    func outward(_ value: Double) -> Double {
      guard abs(value) > threshold else { return value }
      let unit = DecimalNumber.value(1, exponent: DecimalNumber.exponent(of: value))
      let next = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= abs(value) * (1 - 1e-9) } ?? abs(value)
      return value < 0 ? -next : next
    }
    let low = domain.lowerBound < 0 ? outward(domain.lowerBound) : domain.lowerBound
    let high = domain.upperBound > 0 ? outward(domain.upperBound) : domain.upperBound
    return low.isFinite && high.isFinite && low < high ? low...high : domain
  }

  /// 0, then the digits times powers of ten from the outside to the inside, in the order in which they claim their room.
  private static func candidates(
    _ domain: ClosedRange<Double>, _ threshold: Double, _ digits: [Double]
  ) -> [Double] {
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard largest > threshold else { return [0] }
    let exponents = (DecimalNumber.exponent(of: threshold)...DecimalNumber.exponent(of: largest)).reversed()
    let tens = exponents.map { DecimalNumber.value(1, exponent: $0) }
    return [0] + digits.flatMap { digit in tens.flatMap { [$0 * digit, -$0 * digit] } }
  }
}
