internal import Foundation

/// Turns values into fractions of an axis: 0 at its start, 1 at its end.
indirect enum Scale: Sendable, Hashable {
  case linear(ClosedRange<Double>)
  /// Both ends are positive.
  case log(ClosedRange<Double>)
  /// Linear around 0, logarithmic on both sides from about the threshold on: sign(x) · ln(1 + |x| / threshold)
  /// (J. Webber, 2013, “A bi-symmetric log transformation for wide-range data”).
  case symlog(ClosedRange<Double>, threshold: Double)
  /// sign(x) · √|x|.
  case squareRoot(ClosedRange<Double>)
  /// One band for each name, in order.
  case band([String])
  /// One place for each name, in order; padding is the room before the first and after the last, in distances between two.
  case point([String], padding: Double)
  /// The other way round.
  case reversed(Scale)

  /// - Returns: `nil` for values that the scale cannot show: not finite, or not positive on a logarithmic scale.
  func fraction(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch self {
    case .linear(let domain):
      return Self.linearFraction(value, in: domain)
    case .log(let domain), .symlog(let domain, _), .squareRoot(let domain):
      guard let place = transformed(value), let low = transformed(domain.lowerBound),
        let high = transformed(domain.upperBound), low <= high
      else { return nil }
      return Self.linearFraction(place, in: low...high)
    case .band(let names):
      return names.isEmpty ? nil : (value + 0.5) / Double(names.count)
    case .point(let names, let padding):
      let extent = Double(names.count - 1) + 2 * padding
      return names.isEmpty ? nil : extent > 0 ? (value + padding) / extent : 0.5
    case .reversed(let scale):
      return scale.fraction(value).map { 1 - $0 }
    }
  }

  /// Whether the scale places names instead of quantities.
  var hasBands: Bool {
    switch self {
    case .band, .point: true
    case .reversed(let scale): scale.hasBands
    case .linear, .log, .symlog, .squareRoot: false
    }
  }

  /// Whether the scale runs the other way round.
  var isReversed: Bool { if case .reversed = self { true } else { false } }

  /// The first and last value of a scale of quantities.
  var domain: ClosedRange<Double>? {
    switch self {
    case .linear(let domain), .log(let domain), .symlog(let domain, _), .squareRoot(let domain): domain
    case .reversed(let scale): scale.domain
    case .band, .point: nil
    }
  }

  /// The value in the units in which distances on the axis are even.
  private func transformed(_ value: Double) -> Double? {
    switch self {
    case .log: value > 0 ? Foundation.log(value) : nil
    case .symlog(_, let threshold): SymlogTicks.transform(value, threshold: threshold)
    case .squareRoot: value < 0 ? -(-value).squareRoot() : value.squareRoot()
    case .linear, .band, .point, .reversed: value
    }
  }

  /// The value at the transformed place.
  private func restored(_ place: Double) -> Double {
    switch self {
    case .log: exp(place)
    case .symlog(_, let threshold): SymlogTicks.restore(place, threshold: threshold)
    case .squareRoot: place < 0 ? -place * place : place * place
    case .linear, .band, .point, .reversed: place
    }
  }

  /// The scale with room at both ends, as a share of its length; a share that makes no usable domain changes nothing.
  func padded(by share: Double) -> Scale {
    guard let domain, let low = transformed(domain.lowerBound), let high = transformed(domain.upperBound) else {
      return self
    }
    let room = (high - low) * share
    let (first, last) = (restored(low - room), restored(high + room))
    guard first.isFinite, last.isFinite, first < last, transformed(first) != nil else { return self }
    return with(domain: first...last)
  }

  /// The same kind of scale over another domain.
  func with(domain: ClosedRange<Double>) -> Scale {
    switch self {
    case .linear: .linear(domain)
    case .log: .log(domain)
    case .symlog(_, let threshold): .symlog(domain, threshold: threshold)
    case .squareRoot: .squareRoot(domain)
    case .reversed(let scale): .reversed(scale.with(domain: domain))
    case .band, .point: self
    }
  }

  private static func linearFraction(_ value: Double, in domain: ClosedRange<Double>) -> Double {
    // Halves keep the difference of huge values from overflowing.
    let extent = domain.upperBound / 2 - domain.lowerBound / 2
    return extent > 0 ? (value / 2 - domain.lowerBound / 2) / extent : 0.5
  }
}
