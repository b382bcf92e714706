/// The epochs and batches of one `fit`.
struct TrainingLoop {
  let model: Sequential
  let loss: Loss
  let updater: any ParameterUpdater
  let data: LabelledData
  let validation: LabelledData?
  let plan: TrainingPlan
  let batchSize: Int
  /// Shuffles the samples; nil keeps their order.
  var generator: SeededGenerator?
  let callbacks: [any Callback]

  private var history = History()
  private var order: [Int] = []

  init(
    model: Sequential, loss: Loss, updater: any ParameterUpdater, data: LabelledData, validation: LabelledData?,
    plan: TrainingPlan, batchSize: Int, generator: SeededGenerator?, callbacks: [any Callback]
  ) {
    self.model = model
    self.loss = loss
    self.updater = updater
    self.data = data
    self.validation = validation
    self.plan = plan
    self.batchSize = batchSize
    self.generator = generator
    self.callbacks = callbacks
  }

  mutating func run() throws -> History {
    order = Array(0..<data.count)
    defer { model.tape.reset() }
    for callback in callbacks { try callback.trainingBegan(plan) }
    for epoch in 1...plan.epochs {
      if let ending = try runEpoch(epoch) {
        history.ending = ending
        break
      }
    }
    for callback in callbacks { try callback.trainingEnded(history) }
    return history
  }

  /// Trains one epoch; returns why training should end, if it should.
  private mutating func runEpoch(_ epoch: Int) throws -> History.Ending? {
    if let ending = try ask({ try $0.epochBegan(epoch) }) { return ending }
    generator?.shuffle(&order)
    let (meanLoss, ending) = try runBatches(epoch)
    switch ending {
    case nil, .diverged: break
    case let ending: return ending
    }
    var metrics = ["loss": meanLoss]
    if let validation { metrics["val_loss"] = try model.meanLoss(of: validation, loss: loss, batchSize: batchSize) }
    history.append(epoch: epoch, metrics)
    return try ask { try $0.epochEnded(epoch, metrics: metrics) } ?? ending
  }

  private mutating func runBatches(_ epoch: Int) throws -> (meanLoss: Double, ending: History.Ending?) {
    var total = 0.0
    for batch in 0..<plan.batches {
      let samples = order[batch * batchSize..<min((batch + 1) * batchSize, data.count)]
      let value = try runStep(samples)
      total += value * Double(samples.count)
      let result = BatchResult(epoch: epoch, batch: batch + 1, loss: value)
      if let ending = try ask({ try $0.batchEnded(result) }), batch + 1 < plan.batches || ending.isDivergence {
        return (total / Double(batch * batchSize + samples.count), ending)
      }
    }
    return (total / Double(data.count), nil)
  }

  /// One step of the optimizer; returns the loss before it.
  private func runStep(_ samples: ArraySlice<Int>) throws -> Double {
    let tape = model.tape
    tape.reset()
    tape.records = true
    model.clearGradients()
    let value = try model.loss(of: data, samples: samples, loss: loss)
    tape.backward(from: value)
    model.withParameterMemory { updater.update($0, gradients: $1) }
    return Double(value.values.pointee)
  }

  /// The first wish of a callback to end training. All callbacks are asked.
  private func ask(_ event: (any Callback) throws -> TrainingControl) rethrows -> History.Ending? {
    var ending: History.Ending?
    for callback in callbacks {
      if case .stop(let wish) = try event(callback), ending == nil { ending = wish }
    }
    return ending
  }
}

extension History.Ending {
  fileprivate var isDivergence: Bool { if case .diverged = self { true } else { false } }
}
