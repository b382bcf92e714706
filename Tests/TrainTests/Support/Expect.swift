import Testing

@testable import Train

/// Expects a ``TrainError`` of one kind whose message holds these words.
func expectTrainError(
  _ code: TrainError.Code, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation,
  from body: () throws -> Void
) {
  let error = #expect(throws: TrainError.self, sourceLocation: sourceLocation) { try body() }
  #expect(error?.code == code, sourceLocation: sourceLocation)
  let message = error?.description ?? ""
  for word in words {
    #expect(message.contains(word), "the message was: \(message)", sourceLocation: sourceLocation)
  }
}

/// A callback made of closures.
final class Probe: Callback {
  var plan: TrainingPlan?
  var begun: [Int] = []
  var batches: [BatchResult] = []
  var ended: [Int] = []
  var history: History?
  var control: (BatchResult) -> TrainingControl = { _ in .proceed }
  var epochControl: (Int) -> TrainingControl = { _ in .proceed }

  func trainingBegan(_ plan: TrainingPlan, model: Model) { self.plan = plan }

  func epochBegan(_ epoch: Int) -> TrainingControl {
    begun.append(epoch)
    return .proceed
  }

  func batchEnded(_ batch: BatchResult) -> TrainingControl {
    batches.append(batch)
    return control(batch)
  }

  func epochEnded(_ epoch: Int, metrics: [String: Double]) -> TrainingControl {
    ended.append(epoch)
    return epochControl(epoch)
  }

  func trainingEnded(_ history: History) { self.history = history }
}
