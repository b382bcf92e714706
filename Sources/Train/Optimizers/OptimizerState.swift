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
  /// The parameters of which a step uses only a few rows.
  private let rowParameters: [(parameter: Parameter, updates: RowUpdates)]
  /// The steps so far, for rows that have not taken them yet; empty without such parameters.
  private var history: StepHistory
  private let zeros: UnsafeMutableBufferPointer<Float>

  init(_ optimizer: any Optimizer, memory: ParameterMemory, parameters: [Parameter]) {
    self.optimizer = optimizer
    self.memory = memory
    self.parameters = parameters
    slots = optimizer.slotNames.map { _ in OptimizerState.zeros(memory.count) }
    zeros = OptimizerState.zeros(parameters.filter { $0.rowUpdates != nil }.map(\.rowLength).max() ?? 0)
    denseRanges = OptimizerState.denseRanges(parameters)
    rowParameters = parameters.compactMap { parameter in parameter.rowUpdates.map { (parameter, $0) } }
    history = StepHistory(calmGrowth: (optimizer as? any RowOptimizer)?.calmGrowth ?? 0)
    for (_, updates) in rowParameters { updates.begin(with: self) { _ in false } }
  }

  deinit {
    for buffer in slots + [zeros] {
      if let start = buffer.baseAddress { FloatMemory.release(start) }
    }
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
    guard !rowParameters.isEmpty else { return }
    history.append(next)
    for (parameter, updates) in rowParameters {
      update(parameter, rows: updates.touched, step: next)
      updates.touchedTook(step)
    }
  }

  /// Takes the steps that some rows, or all of them, have missed.
  func catchUp(_ parameter: Parameter, rows candidates: [Int32]?, _ updates: RowUpdates) {
    let missed = updates.takeMissed(candidates, before: step, all: optimizer.changesIdleValues)
    guard !missed.rows.isEmpty else { return }
    let taken = missed.taken.map { $0 - Int32(history.start) }
    guard let optimizer = optimizer as? any RowOptimizer else {
      for (row, taken) in zip(missed.rows, taken) {
        let range = range(parameter, Int(row))
        history.steps.withUnsafeBufferPointer { steps in
          optimizer.idle(
            slice(range, gradients: UnsafeBufferPointer(zeros)[0..<range.count]),
            steps: UnsafeBufferPointer(rebasing: steps[Int(taken)...]))
        }
      }
      return
    }
    let steps = taken.reduce(0) { $0 + history.sizes.count - Int($1) }
    taken.withUnsafeBufferPointer { taken in
      guard let taken = taken.baseAddress else { return }
      eachPart(of: missed.rows, parameter, operations: steps * parameter.rowLength * Self.operationsForElement) {
        optimizer.idle($0, taken: taken + $1, history: history)
      }
    }
  }

  /// Takes a step for the rows that have a gradient.
  private func update(_ parameter: Parameter, rows: [Int32], step: OptimizerStep) {
    guard let optimizer = optimizer as? any RowOptimizer else {
      for row in rows { optimizer.update(slice(range(parameter, Int(row))), step: step) }
      return
    }
    eachPart(of: rows, parameter, operations: rows.count * parameter.rowLength * Self.operationsForElement) { part, _ in
      optimizer.update(part, step: step)
    }
  }

  /// Calls `body` with some of the rows at a time, and how many came before them, on several threads where the work is
  /// worth it.
  private func eachPart(
    of rows: [Int32], _ parameter: Parameter, operations: Int, _ body: (_ part: RowSlice, _ first: Int) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      let all = RowSlice(
        rows: rows, length: parameter.rowLength, values: parameter.values, gradients: parameter.gradients,
        slots: slots.compactMap { $0.baseAddress.map { $0 + parameter.offset } })
      let parts = (rows.count + Self.rowsInPart - 1) / Self.rowsInPart
      Threads.run(parts, threads: Threads.parts(operations: operations)) { part in
        let first = part * Self.rowsInPart
        body(all.part(first..<min(first + Self.rowsInPart, rows.count)), first)
      }
    }
  }

  /// A part is small enough that threads end together and large enough to fetch rows ahead.
  private static let rowsInPart = 64
  /// The root and the quotient of an update take as long as so many multiplications.
  private static let operationsForElement = 16

  /// Goes on after some steps whose results were put into values and slots.
  func resume(at step: Int, learningRateFactor: Double) {
    self.step = step
    self.learningRateFactor = learningRateFactor
    history = StepHistory(calmGrowth: history.calmGrowth, start: step)
    for (parameter, updates) in rowParameters {
      updates.begin(with: self) { row in
        slots.contains { $0[range(parameter, row)].contains { $0 != 0 } }
      }
    }
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
    UnsafeMutableBufferPointer(start: FloatMemory.zeros(count), count: count)
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
