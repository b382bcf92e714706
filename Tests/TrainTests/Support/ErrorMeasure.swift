/// How far Float32 results are from a reference in double precision.
enum ErrorMeasure {
  /// The scaled maximum error: max |given - wanted| / max |wanted|, over all elements; infinite for NaN.
  static func scaledMaximum(_ given: [Float], _ wanted: [Double]) -> Double {
    guard given.count == wanted.count else { return .infinity }
    let largest = wanted.map(abs).max() ?? 0
    let difference = zip(given, wanted).map { abs(Double($0) - $1) }
    guard difference.allSatisfy(\.isFinite) else { return .infinity }
    return (difference.max() ?? 0) / max(largest, .leastNormalMagnitude)
  }

  /// The scaled maximum error against values of single precision.
  static func scaledMaximum(_ given: [Float], _ wanted: [Float]) -> Double {
    scaledMaximum(given, wanted.map(Double.init))
  }

  /// The largest absolute difference; infinite for NaN.
  static func absoluteMaximum(_ given: [Float], _ wanted: [Float]) -> Double {
    guard given.count == wanted.count else { return .infinity }
    let differences = zip(given, wanted).map { abs(Double($0) - Double($1)) }
    return differences.allSatisfy(\.isFinite) ? differences.max() ?? 0 : .infinity
  }

  /// The error in units in the last place of Float32 at the wanted value.
  static func unitsInLastPlace(_ given: Float, _ wanted: Double) -> Double {
    abs(Double(given) - wanted) / Double(Float(wanted).ulp)
  }
}
