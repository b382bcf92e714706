internal import Foundation

/// Tick values after J. Talbot, S. Lin and P. Hanrahan (2010), “An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes”: the best sequence by simplicity of its step, coverage of the data and density.
///
/// Unlike theirs, every label is a multiple of its step and every step is 1, 2, 2.5 or 5 times a power of ten, so that labels
/// read 1.0, 1.2, 1.4, never 1.05, 1.15, 1.25. That leaves so few candidates that all of them are tried.
struct ExtendedTicks {
  /// Where the labels may lie.
  enum Reach {
    /// None outside the domain.
    case inside
    /// The first and the last at or beyond the ends of the domain.
    case covering
  }

  /// A sequence of labels: `i · tenths · 10^(power - 1)` for `i` from `first` to `last`.
  private struct Candidate {
    var tenths: Int
    var power: Int
    var first: Int
    var last: Int
  }

  /// Steps in tenths, so that 2.5 is a whole number, and how simple they are. 2.5 needs a decimal more than its neighbours.
  private static let steps = [(tenths: 10, simplicity: 1.0), (50, 0.8), (20, 0.7), (25, -0.2)]
  private static let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5)
  /// Labels inside the domain cannot cover it, so that nearness to its ends counts for less than their number.
  private var coverageWeight: Double { reach == .inside ? 0.5 * Self.weights.coverage : Self.weights.coverage }
  /// Beyond that many extents from 0, the labels of a domain would be rounding errors of each other.
  private static let farthest = 1e13

  private let domain: ClosedRange<Double>
  private let low: Double
  private let high: Double
  private let exponent: Int
  private let wanted: Int
  private let isWhole: Bool
  private let reach: Reach

  /// The best labels for a domain, or `nil` where the domain is too narrow for two labels that differ, too wide, or holds no
  /// two whole numbers where those are asked for.
  ///
  /// - Parameters:
  ///   - wanted: The number of labels to aim for, at least 2.
  ///   - isWhole: Whether labels between whole numbers would mislead.
  static func values(
    in domain: ClosedRange<Double>, wanted: Int, isWhole: Bool = false, reach: Reach = .inside
  ) -> [Double]? {
    guard let search = ExtendedTicks(domain, wanted: min(max(wanted, 2), 50), isWhole: isWhole, reach: reach) else {
      return nil
    }
    let values = search.best.map(search.values) ?? []
    let differ = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    return values.count >= 2 && differ && values.allSatisfy(\.isFinite) ? values : nil
  }

  /// The domain is scaled so that its extent is between 1 and 10, whatever its size.
  private init?(_ domain: ClosedRange<Double>, wanted: Int, isWhole: Bool, reach: Reach) {
    let extent = domain.upperBound - domain.lowerBound
    guard extent.isFinite, extent > 0 else { return nil }
    exponent = DecimalNumber.exponent(of: extent)
    low = DecimalNumber.value(domain.lowerBound, exponent: -exponent)
    high = DecimalNumber.value(domain.upperBound, exponent: -exponent)
    guard max(abs(low), abs(high)) < Self.farthest, high > low else { return nil }
    (self.domain, self.wanted, self.isWhole, self.reach) = (domain, wanted, isWhole, reach)
  }

  // MARK: Search

  private var best: Candidate? {
    var best: (candidate: Candidate, score: Double)?
    for power in (-3...1).reversed() {
      for (tenths, simplicity) in Self.steps where isAllowed(tenths, power) {
        let candidate = sequence(tenths, power)
        let count = candidate.last - candidate.first + 1
        guard count >= 2, count <= wanted * 2 + 2 else { continue }
        let score = score(candidate, simplicity: simplicity)
        if score > best?.score ?? -.infinity { best = (candidate, score) }
      }
    }
    return best?.candidate
  }

  /// The multiples of a step inside the domain, or around it.
  private func sequence(_ tenths: Int, _ power: Int) -> Candidate {
    let step = DecimalNumber.value(Double(tenths), exponent: power - 1)
    let (first, last) = (low / step, high / step)
    // A hair on the wrong side of the domain's ends is a rounding error.
    let slack = max(1e-6, 4 * max(first.ulp, last.ulp))
    return switch reach {
    case .inside:
      Candidate(
        tenths: tenths, power: power, first: Int((first - slack).rounded(.up)), last: Int((last + slack).rounded(.down))
      )
    case .covering:
      Candidate(
        tenths: tenths, power: power, first: Int((first + slack).rounded(.down)), last: Int((last - slack).rounded(.up))
      )
    }
  }

  /// Whether the step is a whole number where only those make sense.
  private func isAllowed(_ tenths: Int, _ power: Int) -> Bool {
    let total = power + exponent - 1
    return !isWhole || total >= 0 || (total == -1 && tenths % 10 == 0)
  }

  // MARK: Scores

  private func score(_ candidate: Candidate, simplicity: Double) -> Double {
    let step = DecimalNumber.value(Double(candidate.tenths), exponent: candidate.power - 1)
    let (begin, end) = (Double(candidate.first) * step, Double(candidate.last) * step)
    return Self.weights.simplicity * simplicity + coverageWeight * coverage(begin, end)
      + Self.weights.density * density(candidate.last - candidate.first, begin, end)
  }

  /// 1 where the labels end where the data end, less the further they are from there.
  private func coverage(_ begin: Double, _ end: Double) -> Double {
    let tenth = 0.1 * (high - low)
    return 1 - 0.5 * ((high - end) * (high - end) + (low - begin) * (low - begin)) / (tenth * tenth)
  }

  /// 1 for as many labels as wanted, less for more or fewer.
  private func density(_ intervals: Int, _ begin: Double, _ end: Double) -> Double {
    let actual = Double(intervals) / (end - begin)
    let ideal = Double(wanted - 1) / (max(end, high) - min(begin, low))
    return 2 - max(actual / ideal, ideal / actual)
  }

  // MARK: Values

  private func values(_ candidate: Candidate) -> [Double] {
    let all = (candidate.first...candidate.last).map { number in
      DecimalNumber.value(Double(number) * Double(candidate.tenths), exponent: candidate.power - 1 + exponent)
    }
    guard reach == .inside else { return all }
    let slack = (domain.upperBound - domain.lowerBound) * 1e-6
    return all.filter { $0 >= domain.lowerBound - slack && $0 <= domain.upperBound + slack }
  }
}
