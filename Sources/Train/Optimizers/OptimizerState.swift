/// An optimizer at work on the parameters of one model.
final class OptimizerState {
  let optimizer: any Optimizer
  /// The steps taken.
  private(set) var step = 0
  /// What callbacks multiply the learning rate with.
  var learningRateFactor = 1.0
  /// One array for each of the optimizer's slots, in the order of the parameters' memory.
  let slots: [UnsafeMutableBufferPointer<Float>]

  private let memory: ParameterMemory
  private let parameters: [Parameter]
  /// The parts of the memory whose values all change at every step.
  private let denseRanges: [Range<Int>]
  /// The steps so far, for rows that have not taken them yet; empty without such parameters.
  private var history: [OptimizerStep] = []
  /// The number of the step before the first one in the history.
  private var historyStart = 0
  private let zeros: UnsafeMutableBufferPointer<Float>

  init(_ optimizer: any Optimizer, memory: ParameterMemory, parameters: [Parameter]) {
    self.optimizer = optimizer
    self.memory = memory
    self.parameters = parameters
    slots = optimizer.slotNames.map { _ in OptimizerState.zeros(memory.count) }
    zeros = OptimizerState.zeros(parameters.filter { $0.rowUpdates != nil }.map(\.rowLength).max() ?? 0)
    denseRanges = OptimizerState.denseRanges(parameters)
    for parameter in parameters { parameter.rowUpdates?.begin(with: self) }
  }

  deinit {
    for slot in slots { slot.deallocate() }
    zeros.deallocate()
  }

  /// The learning rate of the next step.
  var learningRate: Double {
    optimizer.learningRate * (optimizer.schedule?.factor(atStep: step) ?? 1) * learningRateFactor
  }

  /// Takes one step with the gradients that the parameters hold.
  func update() {
    optimizer.clipping?.apply(to: parameters)
    let rate = learningRate
    step += 1
    let next = OptimizerStep(
      number: step, learningRate: Float(rate), size: Float(optimizer.stepSize(step, learningRate: rate)))
    for range in denseRanges { optimizer.update(slice(range), step: next) }
    for parameter in parameters {
      guard let updates = parameter.rowUpdates else { continue }
      if history.count + historyStart < step { history.append(next) }
      for row in updates.touched {
        optimizer.update(slice(range(parameter, Int(row))), step: next)
        updates.caughtUp(Int(row), at: step)
      }
    }
  }

  /// Takes the steps that a row has missed.
  func catchUp(_ parameter: Parameter, row: Int, _ updates: RowUpdates) {
    let missed = updates.steps[row]
    guard missed < step else { return }
    updates.caughtUp(row, at: step)
    // A row that never had a gradient has nothing in its slots and stays as it is.
    let range = range(parameter, row)
    guard !slots.allSatisfy({ $0[range].allSatisfy { $0 == 0 } }) || optimizer.changesIdleValues else { return }
    let slice = slice(range, gradients: UnsafeBufferPointer(zeros)[0..<range.count])
    history.withUnsafeBufferPointer { history in
      optimizer.idle(slice, steps: UnsafeBufferPointer(rebasing: history[(missed - historyStart)...]))
    }
  }

  /// Goes on after some steps whose results were put into values and slots.
  func resume(at step: Int, learningRateFactor: Double) {
    self.step = step
    self.learningRateFactor = learningRateFactor
    history = []
    historyStart = step
    for parameter in parameters { parameter.rowUpdates?.begin(with: self) }
  }

  private func range(_ parameter: Parameter, _ row: Int) -> Range<Int> {
    let start = parameter.offset + row * parameter.rowLength
    return start..<start + parameter.rowLength
  }

  private func slice(_ range: Range<Int>, gradients: Slice<UnsafeBufferPointer<Float>>? = nil) -> ParameterSlice {
    let own = UnsafeBufferPointer(start: memory.gradients, count: memory.count)[range]
    return ParameterSlice(
      values: UnsafeMutableBufferPointer(start: memory.values + range.lowerBound, count: range.count),
      gradients: UnsafeBufferPointer(rebasing: gradients ?? own),
      slots: slots.map { UnsafeMutableBufferPointer(rebasing: $0[range]) })
  }

  private static func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
    buffer.initialize(repeating: 0)
    return buffer
  }

  /// Neighbouring parameters without rows of their own are one range.
  private static func denseRanges(_ parameters: [Parameter]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for parameter in parameters where parameter.rowUpdates == nil {
      let range = parameter.offset..<parameter.offset + parameter.count
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
