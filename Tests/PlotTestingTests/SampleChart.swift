import Plot

/// The chart whose regressions and harmless renderings are told apart.
enum SampleChart {
  static let epochs = Array(1...20)

  static func chart(losses change: (inout [Double]) -> Void = { _ in }) -> Chart {
    var losses = epochs.map { 2.4 / Double($0 + 2) + 0.05 }
    change(&losses)
    let validation = epochs.map { 2.6 / Double($0 + 2) + 0.11 }
    return Chart("Loss by epoch") {
      BandMark(x: epochs, low: validation.map { $0 - 0.04 }, high: validation.map { $0 + 0.04 }, series: "validation")
      LineMark(x: epochs, y: losses, series: "training")
      LineMark(x: epochs, y: validation, series: "validation")
      PointMark(x: [4, 9, 15], y: [0.45, 0.3, 0.2], series: "checkpoint")
      RuleMark(x: 5).annotation("warm-up ends")
    }
    .subtitle("Mean squared error").xAxis("Epoch").yAxis("Loss", domain: 0...1).size(width: 420, height: 280)
  }
}
