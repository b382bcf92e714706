/// The metrics of a model within one epoch; with several outputs, each metric of each output.
struct MetricSet {
  private var accumulators: [(name: String, output: Int, accumulator: any MetricAccumulator)] = []

  /// - Parameter outputNames: The names of the layers that give the outputs, put before metrics where there are several.
  init(_ metrics: [Metric], outputNames: [String]) {
    for metric in metrics {
      for (output, outputName) in outputNames.enumerated() {
        let name = outputNames.count == 1 ? metric.name : "\(outputName)_\(metric.name)"
        accumulators.append((name, output, metric.makeAccumulator()))
      }
    }
  }

  /// Takes the outputs for a batch and their targets.
  mutating func add(predictions: [Variable], targets: [Variable]) {
    guard !accumulators.isEmpty else { return }
    let values = zip(predictions, targets).map { ($0.value, $1.value) }
    for index in accumulators.indices {
      let (prediction, target) = values[accumulators[index].output]
      accumulators[index].accumulator.add(prediction: prediction, target: target)
    }
  }

  /// The values by name.
  var values: [String: Double] {
    Dictionary(accumulators.map { ($0.name, $0.accumulator.value) }, uniquingKeysWith: { first, _ in first })
  }
}
