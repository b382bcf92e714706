/// The straight line through points with the least squares of vertical distances, as `scipy.stats.linregress`.
public struct LinearFit: Hashable, Sendable {
  /// The confidence band of the line at some places.
  public struct Band: Hashable, Sendable {
    /// The places.
    public let x: [Double]
    /// The lower edge at each place; NaN where fewer than three points were fitted.
    public let low: [Double]
    /// The upper edge at each place; NaN where fewer than three points were fitted.
    public let high: [Double]
  }

  /// The change of y per unit of x.
  public let slope: Double
  /// The line's y at x = 0.
  public let intercept: Double
  /// r², the part of the variance of y that the line explains, from 0 to 1; 0 where all y are equal.
  public let rSquared: Double
  /// How many points were fitted.
  public let count: Int
  private let centerX: Double
  private let centerY: Double
  /// √Σ(x − x̄)².
  private let spread: Double
  /// √(Σ(y − ŷ)² / (n − 2)), or 0 below three points.
  private let residual: Double

  /// Fits a line. Points with a NaN or an infinity are left out.
  ///
  /// - Returns: `nil` where there is no such line: arrays of unequal length, fewer than two different x, or a
  ///   range beyond that of `Double`.
  public init?(x: [Double], y: [Double]) {
    guard x.count == y.count else { return nil }
    let points = zip(x, y).filter { $0.isFinite && $1.isFinite }
    let center = (x: Moments.mean(points.map(\.0)), y: Moments.mean(points.map(\.1)))
    // In parts of the largest deviations, so that no square overflows or vanishes.
    let scaleX = points.reduce(0) { max($0, abs($1.0 - center.x)) }
    let scaleY = points.reduce(0) { max($0, abs($1.1 - center.y)) }
    guard points.count > 1, scaleX > 0, scaleX.isFinite, scaleY.isFinite else { return nil }
    var sums = (xx: 0.0, xy: 0.0, yy: 0.0)
    let unitY = scaleY > 0 ? scaleY : 1
    for point in points {
      let dx = (point.0 - center.x) / scaleX
      let dy = (point.1 - center.y) / unitY
      sums = (sums.xx + dx * dx, sums.xy + dx * dy, sums.yy + dy * dy)
    }
    let slope = sums.xy / sums.xx
    var left = 0.0
    for point in points {
      let error = (point.1 - center.y) / unitY - slope * ((point.0 - center.x) / scaleX)
      left += error * error
    }
    let n = points.count
    self.slope = slope / scaleX * unitY
    intercept = center.y - self.slope * center.x
    rSquared = sums.yy > 0 ? min(sums.xy / sums.xx * (sums.xy / sums.yy), 1) : 0
    count = n
    centerX = center.x
    centerY = center.y
    spread = scaleX * sums.xx.squareRoot()
    residual = n > 2 ? unitY * (left / Double(n - 2)).squareRoot() : 0
  }

  /// The line at a place.
  public func callAsFunction(_ x: Double) -> Double { centerY + slope * (x - centerX) }

  /// The band that holds the true line at each place with this confidence, if the errors are independent and normal:
  /// ŷ ± t·s·√(1/n + (x − x̄)² / Σ(x − x̄)²), with Student's t at n − 2 degrees of freedom and s² = Σ(y − ŷ)² / (n − 2)
  /// (`get_prediction(…).conf_int()` of statsmodels).
  ///
  /// - Parameters:
  ///   - x: The places.
  ///   - level: The confidence, between 0 and 1; others give NaN.
  public func band(at x: [Double], level: Double = 0.95) -> Band {
    let isKnown = count > 2 && level > 0 && level < 1
    let t = isKnown ? Distributions.studentQuantile(level: level, degreesOfFreedom: count - 2) : .nan
    let halves = x.map { place in
      let distance = (place - centerX) / spread
      return t * residual * (1 / Double(count) + distance * distance).squareRoot()
    }
    let line = x.map { self($0) }
    return Band(x: x, low: zip(line, halves).map { $0 - $1 }, high: zip(line, halves).map { $0 + $1 })
  }
}
