public import Plot

/// The losses of a training by epoch, on a logarithmic axis, with the best epoch marked.
///
/// - Parameters:
///   - training: The loss after each epoch.
///   - validation: The loss on unseen data after each epoch; as many.
public func lossChart(training: [Double], validation: [Double]) -> Chart {
  let epochs = Array(1...max(1, training.count))
  let best = validation.indices.min { validation[$0] < validation[$1] } ?? 0
  return Chart("Loss by epoch") {
    LineMark(x: epochs, y: training, series: "training")
    LineMark(x: epochs, y: validation, series: "validation")
    RuleMark(x: Double(best + 1)).annotation("best epoch")
  }
  .xAxis("Epoch")
  .yAxis("Loss", scale: .log)
  .size(width: 480, height: 300)
}
