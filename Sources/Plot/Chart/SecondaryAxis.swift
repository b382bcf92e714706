/// A second scale beside the vertical axis that shows the same values in another unit.
///
/// It is a transform of the first axis and nothing else: two quantities that merely share a page would suggest a relation
/// that depends on how they are scaled.
public struct SecondaryAxis: Sendable, Hashable, Codable {
  /// How a value of the first axis becomes one of the second.
  public enum Transform: Sendable, Hashable, Codable {
    /// value · factor + offset, as from °C to °F with 1.8 and 32.
    case linear(factor: Double, offset: Double = 0)
    /// numerator / value, as from a rate to a duration; for values of one sign.
    case reciprocal(numerator: Double = 1)
    /// value / total · 100, as from a count to a percentage.
    case percent(of: Double)
  }

  /// What the axis shows, with its unit.
  public var title: String?
  /// From a value of the first axis to one of the second.
  public var forward: Transform

  /// A scale in another unit.
  public init(_ title: String? = nil, forward: Transform) {
    self.title = title
    self.forward = forward
  }
}

extension SecondaryAxis.Transform {
  /// - Returns: `nil` where the second axis has no such value.
  func callAsFunction(_ value: Double) -> Double? {
    let result =
      switch self {
      case .linear(let factor, let offset): value * factor + offset
      case .reciprocal(let numerator): numerator / value
      case .percent(let total): value / total * 100
      }
    return result.isFinite ? result : nil
  }

  /// The value of the first axis.
  func inverse(_ value: Double) -> Double? {
    let result =
      switch self {
      case .linear(let factor, let offset): (value - offset) / factor
      case .reciprocal(let numerator): numerator / value
      case .percent(let total): value / 100 * total
      }
    return result.isFinite ? result : nil
  }
}
