internal import Foundation

/// Turns values into fractions of an axis: 0 at its start, 1 at its end.
enum Scale: Sendable, Hashable {
  case linear(ClosedRange<Double>)
  /// Both ends are positive.
  case log(ClosedRange<Double>)
  /// One band for each name, in order.
  case band([String])

  /// - Returns: `nil` for values that the scale cannot show: not finite, or not positive on a logarithmic scale.
  func fraction(_ value: Double) -> Double? {
    switch self {
    case .linear(let domain): Self.linearFraction(value, in: domain)
    case .log(let domain):
      value > 0
        ? Self.linearFraction(
          Foundation.log(value), in: Foundation.log(domain.lowerBound)...Foundation.log(domain.upperBound))
        : nil
    case .band(let names):
      value.isFinite && !names.isEmpty ? (value + 0.5) / Double(names.count) : nil
    }
  }

  private static func linearFraction(_ value: Double, in domain: ClosedRange<Double>) -> Double? {
    guard value.isFinite else { return nil }
    // Halves keep the difference of huge values from overflowing.
    let extent = domain.upperBound / 2 - domain.lowerBound / 2
    return extent > 0 ? (value / 2 - domain.lowerBound / 2) / extent : 0.5
  }
}

/// A mark on an axis: where, and what is written beside it.
struct Tick: Sendable, Hashable {
  var value: Double
  var label: String
  /// Between the labelled ticks of a logarithmic axis.
  var isMinor = false

  /// The mark alone.
  var unlabelled: Tick { Tick(value: value, label: "", isMinor: isMinor) }
}
