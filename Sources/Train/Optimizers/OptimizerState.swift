/// An optimizer at work on the parameters of one model.
final class OptimizerState {
  let optimizer: any Optimizer
  /// The steps taken.
  var step = 0
  /// What callbacks multiply the learning rate with.
  var learningRateFactor = 1.0
  /// One array for each of the optimizer's slots, in the order of the parameters' memory.
  let slots: [UnsafeMutableBufferPointer<Float>]

  init(_ optimizer: any Optimizer, count: Int) {
    self.optimizer = optimizer
    slots = optimizer.slotNames.map { _ in
      let slot = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
      slot.initialize(repeating: 0)
      return slot
    }
  }

  deinit { for slot in slots { slot.deallocate() } }

  /// The learning rate of the next step.
  var learningRate: Double {
    optimizer.learningRate * (optimizer.schedule?.factor(atStep: step) ?? 1) * learningRateFactor
  }

  /// Takes one step with the gradients that the parameters hold.
  func update(_ memory: ParameterMemory, parameters: [Parameter]) {
    optimizer.clipping?.apply(to: parameters)
    let rate = learningRate
    step += 1
    let slice = ParameterSlice(
      values: UnsafeMutableBufferPointer(start: memory.values, count: memory.count),
      gradients: UnsafeBufferPointer(start: memory.gradients, count: memory.count), slots: slots)
    optimizer.update(slice, step: step, learningRate: rate)
  }
}
