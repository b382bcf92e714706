internal import Foundation

extension Double {
  /// The number with so many decimals.
  func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

  /// The number with so many significant digits at most: `0.0123`.
  func text(digits: Int) -> String { String(format: "%.\(digits)g", self) }

  /// The number itself, with no more decimals than these.
  func rounded(decimals: Int) -> Double {
    let unit = pow(10, Double(decimals))
    return (self * unit).rounded() / unit
  }
}
