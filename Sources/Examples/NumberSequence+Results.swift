internal import Plot
internal import Runs

extension NumberSequence {
  /// What the trained model says beside what would be right.
  struct Results {
    let windows: [Window]
    let predictions: [Double]
    /// The windows from here on were not trained on.
    let knownCount: Int

    private var errors: [Double] { zip(predictions, windows).map { $0 - $1.wanted } }
    private var parts: [String] { windows.indices.map { $0 < knownCount ? "trained on" : "never seen" } }
    /// From the smallest window to the largest.
    private var order: [Int] { windows.indices.sorted { windows[$0].first < windows[$1].first } }

    func log(to session: TrainingSession) throws {
      let known = errors.prefix(knownCount).map(abs).reduce(0, +) / Double(knownCount)
      let unseen = errors.dropFirst(knownCount).map(abs)
      let isRough = (unseen + [known]).contains { $0 > 0.02 }
      let words =
        "On the windows it was trained on the model is off by \(known.text(decimals: 2)) on average, on the two it never saw "
        + "by \(unseen.map { $0.text(decimals: 2) }.joined(separator: " and "))"
      try session.log(
        predictionByWanted, "predictions",
        "On the dashed line a prediction would be right. \(words), where one step of the sequence is 0.1.")
      try session.log(
        errorByWindow, "errors",
        "How far each prediction is off: predicted minus wanted. The first and the last window lie outside the training data."
      )
      try session.run.logTable(
        slug: "predictions", caption: "Every window with what follows and what the model says.",
        columns: [
          TableColumn("Window", order.map { windows[$0].name }),
          TableColumn("Wanted", order.map { windows[$0].wanted }),
          TableColumn("Predicted", order.map { predictions[$0].rounded(decimals: 3) }),
          TableColumn("Error", order.map { errors[$0].rounded(decimals: 3) }),
          TableColumn("Part", order.map { parts[$0] }),
        ])
      try session.run.update { $0.notes = "\(words): it is \(isRough ? "only roughly right" : "right to 0.02")." }
    }

    private var predictionByWanted: Chart {
      let all = windows.map(\.wanted) + predictions.filter(\.isFinite)
      let ends = [(all.min() ?? 0) - 0.05, (all.max() ?? 1) + 0.05]
      let (seen, unseen) = (windows.indices.prefix(knownCount), windows.indices.dropFirst(knownCount))
      return Chart("Predictions") {
        LineMark(x: ends, y: ends).foregroundStyle(Theme.light.axis).dash([4, 3]).lineWidth(1)
        // In the order of the windows below, so that both charts have the same colours.
        PointMark(x: unseen.map { windows[$0].wanted }, y: unseen.map { predictions[$0] }, series: "never seen")
          .radius(4.5)
        PointMark(x: seen.map { windows[$0].wanted }, y: seen.map { predictions[$0] }, series: "trained on").radius(4.5)
      }
      .xAxis("Wanted", domain: ends[0]...ends[1]).yAxis("Predicted", domain: ends[0]...ends[1]).plotAspectRatio(1).size(
        width: 460, height: 480)
    }

    private var errorByWindow: Chart {
      Chart("Errors") {
        BarMark(
          x: .categories(order.map { windows[$0].name }), y: .numbers(order.map { errors[$0] }),
          series: .column(order.map { parts[$0] })
        )
        .stacked()
      }
      .xAxis("Window").yAxis("Predicted − wanted")
    }
  }
}
