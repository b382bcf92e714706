/// The mean losses over the batches of an epoch or an evaluation.
struct LossMeans {
  private var whole = Mean()
  private var parts: [(name: String, mean: Mean)] = []

  /// A sum of what was measured, and of how much each of it counts.
  private struct Mean {
    var sum = 0.0
    var weight = 0.0

    var value: Double { weight > 0 ? sum / weight : 0 }

    mutating func add(_ loss: Variable, _ weight: Double) {
      sum += Double(loss.values.pointee) * weight
      self.weight += weight
    }
  }

  /// - Parameter outputNames: The names of the layers that give the outputs.
  init(outputNames: [String]) {
    guard outputNames.count > 1 else { return }
    var names = LayerNames()
    parts = outputNames.map { (names.unused("\($0)_loss"), Mean()) }
  }

  /// Takes the loss of a batch.
  mutating func add(_ step: Model.ComputedLoss) {
    whole.add(step.loss, step.weight)
    for index in parts.indices { parts[index].mean.add(step.outputs[index].loss, step.outputs[index].weight) }
  }

  /// The loss, with the weights of the outputs' losses and what regularizers add.
  var total: Double { whole.value }

  /// The loss of each output by name, such as `dense_loss`, as Keras logs them; empty for a single output.
  var outputs: [String: Double] { Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.mean.value) }) }
}
