#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A smooth estimate of the distribution of values: the mean of Gaussian kernels around them, as seaborn's `kdeplot` and
/// `scipy.stats.gaussian_kde` compute it. The area under the curve is 1.
public struct Density: Hashable, Sendable {
  /// How wide the kernels are.
  public enum Bandwidth: Hashable, Sendable {
    /// n^(−1/5) sample standard deviations (Scott, “Multivariate Density Estimation”, 1992), seaborn's default.
    case scott
    /// (3n/4)^(−1/5) sample standard deviations (Silverman, “Density Estimation”, 1986).
    case silverman
    /// A kernel's standard deviation, in the units of the values.
    case value(Double)
  }

  /// Ascending places, equally far apart.
  public let x: [Double]
  /// The density at each place, per unit of x.
  public let y: [Double]
  /// The standard deviation of the kernels that was used, in the units of x.
  public let bandwidth: Double
  /// How many finite values were used.
  public let count: Int

  /// Estimates a density; NaN and infinities are left out.
  ///
  /// - Parameters:
  ///   - values: The sample, in any order.
  ///   - bandwidth: How wide the kernels are.
  ///   - gridSize: At how many places the density is computed, from 2 to 10,000.
  ///   - cut: How many bandwidths the curve goes on beyond the least and the greatest value.
  /// - Returns: `nil` where a density has no width: no finite value, a bandwidth that is not positive and finite, or
  ///   a rule on fewer than two different values.
  public init?(_ values: [Double], bandwidth: Bandwidth = .scott, gridSize: Int = 200, cut: Double = 3) {
    let finite = values.filter(\.isFinite)
    let width = Self.width(finite, bandwidth)
    guard let least = finite.min(), let greatest = finite.max(), width.isFinite, width >= .leastNormalMagnitude else {
      return nil
    }
    let margin = width * (cut.isFinite ? max(cut, 0) : 3)
    let (low, high) = (least - margin, greatest + margin)
    guard (high - low).isFinite, (1 / width).isFinite else { return nil }
    let places = min(max(gridSize, 2), 10_000)
    let step = (high - low) / Double(places - 1)
    x = (0..<places).map { $0 == places - 1 ? high : low + Double($0) * step }
    self.bandwidth = width
    count = finite.count
    y =
      finite.count <= Self.exactAtMost
      ? Self.exact(finite, at: x, width: width) : Self.binned(finite, at: x, width: width, least...greatest)
  }

  private static func width(_ values: [Double], _ bandwidth: Bandwidth) -> Double {
    let n = Double(values.count)
    return switch bandwidth {
    case .scott: Moments(values).standardDeviation * pow(n, -0.2)
    case .silverman: Moments(values).standardDeviation * pow(n * 0.75, -0.2)
    case .value(let width): width
    }
  }

  // MARK: Sums of kernels

  /// Up to so many values every kernel is computed; more are first gathered into bins.
  static let exactAtMost = 1000

  static func exact(_ values: [Double], at places: [Double], width: Double) -> [Double] {
    let height = 1 / (width * (2 * Double.pi).squareRoot())
    return places.map { place in
      var sum = 0.0
      for value in values {
        let distance = (place - value) / width
        sum += exp(-0.5 * distance * distance)
      }
      return sum / Double(values.count) * height
    }
  }

  /// Each value is shared between the two nearest of bins 1/32 bandwidth apart, by its distance (linear binning: Wand,
  /// “Fast Computation of Multivariate Kernel Estimators”, 1994), which changes the density by about 10⁻⁴ of its maximum
  /// at most. A kernel ends at 8.5 bandwidths, where it is below 10⁻¹⁵.
  static func binned(
    _ values: [Double], at places: [Double], width: Double, _ range: ClosedRange<Double>
  ) -> [Double] {
    let extent = range.upperBound - range.lowerBound
    let bins = Int(min(max((extent / width * 32).rounded(.up), 1), 0x1p20))
    let spacing = extent / Double(bins)
    guard spacing > 0 else { return exact([range.lowerBound], at: places, width: width) }
    let weights = weights(values, from: range.lowerBound, spacing: spacing, bins: bins)
    let height = 1 / (width * (2 * Double.pi).squareRoot() * Double(values.count))
    let reach = 8.5 * width
    return places.map { place in
      let start = (place - reach - range.lowerBound) / spacing
      let end = (place + reach - range.lowerBound) / spacing
      guard end >= 0, start <= Double(bins) else { return 0 }
      var sum = 0.0
      for bin in Int(max(start, 0))...Int(min(end, Double(bins))) where weights[bin] > 0 {
        let distance = (place - (range.lowerBound + Double(bin) * spacing)) / width
        sum += weights[bin] * exp(-0.5 * distance * distance)
      }
      return sum * height
    }
  }

  private static func weights(_ values: [Double], from low: Double, spacing: Double, bins: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: bins + 2)
    let perUnit = 1 / spacing
    for value in values {
      let position = min(max((value - low) * perUnit, 0), Double(bins))
      let bin = Int(position)
      let part = position - Double(bin)
      weights[bin] += 1 - part
      weights[bin + 1] += part
    }
    return weights
  }
}

extension Density.Bandwidth: Codable {
  /// Reads the JSON form: `"scott"`, `"silverman"` or a number.
  ///
  /// - Throws: `DecodingError` for another word, or a number that is not positive.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let name = try? container.decode(String.self), let rule = ["scott": Self.scott, "silverman": .silverman][name] {
      self = rule
    } else if let width = try? container.decode(Double.self), width > 0 {
      self = .value(width)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A bandwidth is \"scott\", \"silverman\" or a number above 0.")
    }
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .scott: try container.encode("scott")
    case .silverman: try container.encode("silverman")
    case .value(let width): try container.encode(width)
    }
  }
}
