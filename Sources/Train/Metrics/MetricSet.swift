/// The metrics of a model within one epoch; with several outputs, each metric of each output.
struct MetricSet {
  private var entries: [Entry] = []

  private struct Entry {
    let name: String
    let metric: Metric
    let output: Int
    var accumulator: any MetricAccumulator
  }

  /// - Parameter outputNames: The names of the layers that give the outputs, put before metrics where there are several.
  init(_ metrics: [Metric], outputNames: [String]) {
    var names = LayerNames()
    for metric in metrics {
      for (output, outputName) in outputNames.enumerated() {
        let name = names.unused(outputNames.count == 1 ? metric.name : "\(outputName)_\(metric.name)")
        entries.append(Entry(name: name, metric: metric, output: output, accumulator: metric.makeAccumulator()))
      }
    }
  }

  /// Takes the outputs for a batch and their targets.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when a metric cannot compare them.
  mutating func add(predictions: [Variable], targets: [Variable]) throws {
    guard !entries.isEmpty else { return }
    let whole = zip(predictions, targets).map { (prediction: $0.value, target: $1.value) }
    for index in entries.indices {
      let entry = entries[index]
      var (prediction, target) = whole[entry.output]
      if entry.metric.kind != .any { try entry.metric.requireEqual(prediction, target) }
      if entry.metric.kind != .sequences, let mask = predictions[entry.output].mask {
        (prediction, target) = (prediction.rows(where: mask), target.rows(where: mask))
      }
      entries[index].accumulator.add(prediction: prediction, target: target)
    }
  }

  /// The values by name.
  var values: [String: Double] { Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.accumulator.value) }) }
}

extension Metric {
  fileprivate func requireEqual(_ prediction: Tensor, _ target: Tensor) throws {
    guard prediction.count == target.count else {
      throw TrainError(
        .shapeMismatch,
        "The metric \(name) compares number with number; the model put out \(ShapeText.lettered(prediction.shape)) for "
          + "targets of \(ShapeText.lettered(target.shape)). Use a metric of classes, such as accuracy.")
    }
  }
}

extension Tensor {
  /// The steps that count, as samples of their own: (batch, time, …) → (steps, …). Other shapes stay.
  fileprivate func rows(where mask: SequenceMask) -> Tensor {
    guard rank >= 2, Array(shape.prefix(2)) == mask.shape else { return self }
    let steps = Tensor(uncheckedShape: [mask.batch * mask.time] + shape.dropFirst(2), values: values)
    return steps.gathering(mask.values.indices.filter { mask.values[$0] != 0 })
  }
}
