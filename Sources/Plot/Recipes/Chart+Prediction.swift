extension Chart {
  /// What happened and what was predicted, as two lines.
  ///
  /// - Parameters:
  ///   - original: What happened.
  ///   - prediction: What was predicted, in the same order and number; the chart cannot be drawn otherwise.
  ///   - x: Where the values lie; 0, 1, 2, … by default.
  public static func originalAndPrediction(
    original: [Double], prediction: [Double], x: [Double]? = nil
  ) -> Chart {
    let x = x ?? original.indices.map(Double.init)
    return Chart("Original and prediction") {
      LineMark(x: x, y: original, series: "original")
      LineMark(x: x, y: prediction, series: "prediction")
    }
    .xAxis("Sample")
  }

  /// What happened and what was predicted, as pairs of bars: for samples without an order that a line could follow.
  ///
  /// - Parameters:
  ///   - original: What happened.
  ///   - prediction: What was predicted, in the same order.
  public static func originalAndPredictionBars(original: [Double], prediction: [Double]) -> Chart {
    Chart("Original and prediction") {
      BarMark(y: original, series: "original")
      BarMark(y: prediction, series: "prediction")
    }
    .xAxis("Sample")
  }

  /// Predictions by what happened, with the line on which they would be equal and the coefficient of determination
  /// R² = 1 − Σ(prediction − original)² / Σ(original − mean)².
  ///
  /// - Parameters:
  ///   - original: What happened.
  ///   - prediction: What was predicted, in the same order and number; the chart cannot be drawn otherwise.
  public static func predictionScatter(original: [Double], prediction: [Double]) -> Chart {
    let values = (original + prediction).filter(\.isFinite)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    // Both axes alike, so that the line rises at 45°, with room for the dots at the ends.
    let room = high > low ? (high - low) * 0.04 : max(abs(high), 1) * 0.1
    let domain = low - room...high + room
    let r2 = rSquared(original, prediction)
    return Chart("Prediction by original") {
      LineMark(x: [domain.lowerBound, domain.upperBound], y: [domain.lowerBound, domain.upperBound])
        .foregroundStyle(Theme.light.axis).dash([4, 3]).lineWidth(1)
      PointMark(x: original, y: prediction)
    }
    .subtitle(r2.isFinite ? "R² = \(NumberLabel.short(r2)); on the dashed line a prediction is right" : nil)
    .xAxis("Original", domain: domain).yAxis("Prediction", domain: domain).plotAspectRatio(1)
    .size(width: 440, height: 440)
  }

  /// How far predictions are off, by what was predicted.
  ///
  /// - Parameters:
  ///   - original: What happened.
  ///   - prediction: What was predicted, in the same order and number; the chart cannot be drawn otherwise.
  public static func residuals(original: [Double], prediction: [Double]) -> Chart {
    Chart("Residuals") {
      PointMark(x: prediction, y: zip(prediction, original).map { $0 - $1 })
    }
    .xAxis("Prediction").yAxis("Prediction − original")
  }

  /// A series that a model was given, how it went on, and how the model thought it would.
  ///
  /// - Parameters:
  ///   - given: The values that the model saw.
  ///   - actual: The values that followed.
  ///   - predicted: The values that the model predicted for the same places.
  public static func forecast(given: [Double], actual: [Double], predicted: [Double]) -> Chart {
    let start = given.count
    // The lines go on from the last value that was given.
    func continued(_ values: [Double]) -> (x: [Int], y: [Double]) {
      (Array(max(start - 1, 0)..<start + values.count), given.suffix(1) + values)
    }
    let (future, guess) = (continued(actual), continued(predicted))
    return Chart("Forecast") {
      LineMark(y: given, series: "given")
      LineMark(x: future.x, y: future.y, series: "actual")
      LineMark(x: guess.x, y: guess.y, series: "predicted").dash([5, 3])
      RuleMark(x: Double(max(start - 1, 0))).annotation("forecast from here")
    }
    .xAxis("Step").legend(.top)
  }

  /// NaN where the original does not vary.
  private static func rSquared(_ original: [Double], _ prediction: [Double]) -> Double {
    let rows = zip(original, prediction).filter { $0.isFinite && $1.isFinite }
    let mean = rows.reduce(0) { $0 + $1.0 } / Double(max(rows.count, 1))
    let total = rows.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) }
    let residual = rows.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return total > 0 ? 1 - residual / total : .nan
  }
}
