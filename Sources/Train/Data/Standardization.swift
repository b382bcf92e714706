/// A series scaled to mean 0 and a fixed spread: (value - mean) / scale, and back.
public struct Standardization: Sendable, Hashable, Codable {
  /// The mean of the series, in its own unit.
  public let mean: Double

  /// What the distance from the mean is divided by, in the series' own unit.
  public let scale: Double

  /// Measures a series.
  ///
  /// - Parameters:
  ///   - series: At least two different values.
  ///   - divisor: Divides the result further; with 5, most values lie within ±0.4. 1 unless told.
  /// - Throws: ``TrainError``: `emptyData` for no values, `notFinite` for NaN or infinity, `invalidSetting` when all
  ///   values are equal or the divisor is not a number above 0.
  public init(of series: [Double], divisor: Double = 1) throws {
    guard !series.isEmpty else {
      throw TrainError(.emptyData, "A series without values cannot be standardized. Give at least two values.")
    }
    try FiniteCheck.require(series, in: "series")
    guard divisor > 0, divisor.isFinite else {
      throw TrainError(.invalidSetting, "The divisor is \(divisor). Give a number above 0.")
    }
    let mean = series.reduce(0, +) / Double(series.count)
    let variance = series.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(series.count)
    guard variance > 0, variance.isFinite else {
      throw TrainError(
        .invalidSetting, "The values have a variance of \(variance) and cannot be scaled. Give values that differ.")
    }
    self.mean = mean
    self.scale = variance.squareRoot() * divisor
  }

  /// From the series' own unit to the scaled one.
  public func apply(_ series: [Double]) -> [Double] { series.map { ($0 - mean) / scale } }

  /// From the scaled unit back to the series' own.
  public func invert(_ scaled: [Double]) -> [Double] { scaled.map { $0 * scale + mean } }

  /// From the scaled unit back to the series' own, for predictions.
  public func invert(_ scaled: Tensor) -> [Double] { scaled.values.map { Double($0) * scale + mean } }
}
