/// The epochs and batches of one `fit`.
struct TrainingLoop {
  let model: Model
  let state: OptimizerState
  let data: LabelledData
  let validation: LabelledData?
  let plan: TrainingPlan
  let fit: FitProgress
  let callbacks: [any Callback]

  private var history = History()

  init(
    model: Model, state: OptimizerState, data: LabelledData, validation: LabelledData?, plan: TrainingPlan,
    fit: FitProgress, callbacks: [any Callback]
  ) {
    self.model = model
    self.state = state
    self.data = data
    self.validation = validation
    self.plan = plan
    self.fit = fit
    // A checkpoint holds what the other callbacks make of an epoch.
    let checkpoints = callbacks.compactMap { $0 as? ModelCheckpoint }
    self.callbacks =
      callbacks.filter { !($0 is ModelCheckpoint) } + checkpoints.filter(\.savesBest)
      + checkpoints.filter { !$0.savesBest }
  }

  mutating func run() throws -> History {
    model.activeCallbacks = callbacks
    defer {
      model.activeCallbacks = []
      model.tape.reset()
    }
    for callback in callbacks { try callback.trainingBegan(plan, model: model) }
    for epoch in (plan.initialEpoch..<plan.epochs).lazy.map({ $0 + 1 }) {
      if let ending = try runEpoch(epoch) {
        history.ending = ending
        break
      }
    }
    // Callbacks may change weights in the end, which is not a state to go on from.
    for callback in callbacks.reversed() { try callback.trainingEnded(history) }
    return history
  }

  /// Trains one epoch; returns why training should end, if it should.
  private mutating func runEpoch(_ epoch: Int) throws -> History.Ending? {
    if let ending = try ask({ try $0.epochBegan(epoch) }) { return ending }
    var (metrics, ending, isComplete) = try runBatches(epoch)
    if let ending, !isComplete, !ending.isDivergence { return ending }
    if isComplete { model.noteEpoch(epoch, step: state.step) }
    if let validation {
      let measured = try model.measure(validation, batchSize: fit.batchSize)
      metrics["val_loss"] = measured.loss
      for (name, value) in measured.metrics { metrics["val_" + name] = value }
    }
    history.append(epoch: epoch, metrics)
    let wish = try ask { try $0.epochEnded(epoch, metrics: metrics) }
    // What a batch showed first is the cause.
    return ending?.isDivergence == true ? ending : wish ?? ending
  }

  /// - Returns: The means over the batches, why training should end, and whether all batches were trained.
  private func runBatches(
    _ epoch: Int
  ) throws -> (metrics: [String: Double], ending: History.Ending?, isComplete: Bool) {
    let order = order(ofEpoch: epoch)
    var losses = LossMeans(outputNames: model.outputNames)
    var seen = 0
    var metrics = try model.makeMetrics()
    var ending: History.Ending?
    for batch in 0..<plan.batches {
      let samples = order[batch * fit.batchSize..<min((batch + 1) * fit.batchSize, data.count)]
      let value = try runStep(samples, &metrics, &losses)
      seen += samples.count
      let result = BatchResult(epoch: epoch, batch: batch + 1, loss: value)
      ending = try ask { try $0.batchEnded(result) }
      if ending != nil { break }
    }
    let measured = metrics.values.merging(losses.outputs) { $1 }.merging(["loss": losses.total]) { $1 }
    return (measured, ending, seen == data.count)
  }

  /// The order of an epoch is a function of seed and epoch alone, so that a resumed training has the same.
  private func order(ofEpoch epoch: Int) -> [Int] {
    guard fit.shuffle else { return Array(0..<data.count) }
    var generator = SeededGenerator(seed: fit.seed, stream: .max - UInt64(fit.fitCount) << 32 - UInt64(epoch))
    return generator.permutation(data.count)
  }

  /// One step of the optimizer; returns the loss before it.
  private func runStep(
    _ samples: ArraySlice<Int>, _ metrics: inout MetricSet, _ losses: inout LossMeans
  ) throws -> Double {
    let tape = model.tape
    tape.reset()
    tape.records = true
    tape.randomness = StepRandomness(seed: model.seed, step: state.step)
    defer { tape.randomness = nil }
    model.clearGradients()
    let step = try model.loss(of: data, samples: samples)
    try metrics.add(predictions: step.predictions, targets: step.targets)
    losses.add(step)
    tape.backward(from: step.loss)
    state.update()
    return Double(step.loss.values.pointee)
  }

  /// The first wish of a callback to end training, or the first that says it diverged. All callbacks are asked.
  private func ask(_ event: (any Callback) throws -> TrainingControl) rethrows -> History.Ending? {
    var ending: History.Ending?
    for callback in callbacks {
      guard case .stop(let wish) = try event(callback) else { continue }
      if ending == nil || (wish.isDivergence && ending?.isDivergence == false) { ending = wish }
    }
    return ending
  }
}

extension History.Ending {
  fileprivate var isDivergence: Bool { if case .diverged = self { true } else { false } }
}
