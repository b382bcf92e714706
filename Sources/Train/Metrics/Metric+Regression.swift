extension Metric {
  /// The mean of the absolute differences.
  public static let meanAbsoluteError = Metric("mean_absolute_error") { prediction, target in
    zip(prediction.values, target.values).reduce(0) { $0 + abs(Double($1.0) - Double($1.1)) } / Double(prediction.count)
  }.comparing(.values)

  /// The mean of the squared differences.
  public static let meanSquaredError = Metric("mean_squared_error") { prediction, target in
    squaredError(prediction.values[...], target.values[...]) / Double(prediction.count)
  }.comparing(.values)

  /// The root of the mean of the squared differences over all samples of an epoch.
  public static let rootMeanSquaredError = Metric("root_mean_squared_error") { RootMeanSquare() }.comparing(.values)

  /// The mean of the squared differences at the last time step alone, of (batch, time, …).
  public static let lastTimeStepMeanSquaredError = Metric("last_time_step_mse") { prediction, target in
    let (batch, row) = (prediction.shape[0], prediction.rowCount)
    let width = prediction.rank > 1 ? row / max(prediction.shape[1], 1) : row
    let sum = (0..<batch).reduce(0.0) { sum, sample in
      let last = (sample + 1) * row - width..<(sample + 1) * row
      return sum + squaredError(prediction.values[last], target.values[last])
    }
    return sum / Double(batch * width)
  }.comparing(.sequences)

  fileprivate static func squaredError(_ prediction: ArraySlice<Float>, _ target: ArraySlice<Float>) -> Double {
    zip(prediction, target).reduce(0) { $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1)) }
  }
}

private struct RootMeanSquare: MetricAccumulator {
  private var sum = 0.0
  private var count = 0

  mutating func add(prediction: Tensor, target: Tensor) {
    sum += Metric.squaredError(prediction.values[...], target.values[...])
    count += prediction.count
  }

  var value: Double { count == 0 ? .nan : (sum / Double(count)).squareRoot() }
}
