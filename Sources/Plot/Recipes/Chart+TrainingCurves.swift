extension Chart {
  /// Training and validation loss by epoch, with the best validation epoch marked.
  ///
  /// - Parameters:
  ///   - epochs: The epochs, one a value.
  ///   - training: The training loss of each epoch.
  ///   - validation: The validation loss of each epoch, where there is one.
  ///   - scale: The scale of the loss; logarithmic by default, as losses fall by factors.
  public static func lossCurve(
    epochs: [Int], training: [Double], validation: [Double]? = nil, scale: AxisSpec.Scale = .log
  ) -> Chart {
    metricCurve("Loss", epochs: epochs, training: training, validation: validation, best: .lowest, scale: scale)
  }

  /// Which value of a metric is the best.
  public enum Best: Sendable, Hashable {
    /// Losses and errors.
    case lowest
    /// Accuracies and scores.
    case highest
  }

  /// A metric on training and validation data by epoch, with the best epoch marked on the validation curve, or on the
  /// training curve where there is no other.
  ///
  /// - Parameters:
  ///   - name: What the metric is called.
  ///   - epochs: The epochs, one a value.
  ///   - training: The metric of each epoch on the training data.
  ///   - validation: The metric of each epoch on the validation data, where there is one.
  ///   - best: Which value is the best.
  ///   - scale: The scale of the metric.
  public static func metricCurve(
    _ name: String, epochs: [Int], training: [Double], validation: [Double]? = nil, best: Best,
    scale: AxisSpec.Scale = .linear
  ) -> Chart {
    let judged = validation ?? training
    let rows = judged.indices.filter { judged[$0].isFinite && epochs.indices.contains($0) }
    let row = best == .lowest ? rows.min { judged[$0] < judged[$1] } : rows.max { judged[$0] < judged[$1] }
    return Chart(name) {
      LineMark(x: epochs, y: training, series: "training")
      if let validation { LineMark(x: epochs, y: validation, series: "validation") }
      if let row {
        PointMark(x: [epochs[row]], y: [judged[row]], series: validation == nil ? "training" : "validation")
          .annotation("best \(NumberLabel.short(judged[row])) at \(epochs[row])")
      }
    }
    .xAxis("Epoch").yAxis(name, scale: scale)
  }
}
