public import Plot

/// What each model gets right, as horizontal bars, the best first.
///
/// - Parameter accuracies: The shares of right answers by model, from 0 to 1.
public func accuracyChart(_ accuracies: [String: Double]) -> Chart {
  let models = accuracies.keys.sorted { (accuracies[$0] ?? 0, $1) > (accuracies[$1] ?? 0, $0) }
  return Chart("Right answers by model") {
    BarMark(x: models.map { accuracies[$0] ?? 0 }, y: models)
  }
  .xAxis("Share of answers", format: .percent())
  .size(width: 480, height: 220)
}
