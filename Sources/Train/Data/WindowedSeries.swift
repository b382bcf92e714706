/// A series cut into windows, each with the value that follows it as its target.
///
/// For n values and a window of D there are n - D - 1 samples; sample i reads values i ..< i + D and its target is value
/// i + D. (The very last value is not used, as in the notes this library follows.)
public struct WindowedSeries: Sendable, Hashable {
  /// The windows, (samples, time = D, features = 1).
  public let x: Tensor

  /// The targets, (samples).
  public let y: Tensor

  /// Cuts a series.
  ///
  /// - Throws: ``TrainError``: `invalidSetting` for a length below 1, `emptyData` when the series is too short for one
  ///   window, `notFinite` when it holds NaN or infinity.
  public init(_ series: [Double], length: Int) throws {
    guard length >= 1 else {
      throw TrainError(.invalidSetting, "A window of \(length) values was asked for. Give at least 1.")
    }
    guard series.count >= 2, length <= series.count - 2 else {
      throw TrainError(
        .emptyData,
        "A series of \(series.count) values is too short for windows of \(length). Give at least "
          + "\(max(length, length &+ 2)) values or a shorter window.")
    }
    let samples = series.count - length - 1
    try FiniteCheck.require(series, in: "series")
    let values = series.map(Float.init)
    x = Tensor(
      uncheckedShape: [samples, length, 1], values: (0..<samples).flatMap { values[$0..<$0 + length] })
    y = Tensor(uncheckedShape: [samples], values: (0..<samples).map { values[$0 + length] })
  }
}
