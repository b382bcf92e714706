/// The settings of an optimizer: a plain value. What it remembers about every value is kept by the model.
///
/// An optimizer of your own says how many numbers it remembers for each trained value (``slotNames``) and changes
/// values in ``update(_:step:)``. Its ``validate()`` begins with ``validateCommon()``.
public protocol Optimizer: Sendable {
  /// The name in configurations, as Keras writes it.
  var name: String { get }

  /// The size of a step, before the schedule.
  var learningRate: Double { get }

  /// How the learning rate changes over the steps, or nil for a constant one.
  var schedule: LearningRateSchedule? { get }

  /// How gradients are limited before a step, or nil for not at all.
  var clipping: GradientClipping? { get }

  /// The names of the arrays that are remembered, one number for each trained value, zero at first.
  var slotNames: [String] { get }

  /// Whether values whose slots and gradient are all zero still change, as by weight decay; not unless told.
  var changesIdleValues: Bool { get }

  /// Checks the settings.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when one is out of range.
  func validate() throws

  /// What a step's size is after everything that is the same for all values; the learning rate unless told.
  ///
  /// - Parameters:
  ///   - number: The number of the step, counted from 1.
  ///   - learningRate: The size of the step, after the schedule.
  func stepSize(_ number: Int, learningRate: Double) -> Double

  /// Changes some values by one step. It must treat every value alike and by itself.
  ///
  /// - Parameters:
  ///   - slice: Values, gradients and slots, of equal counts.
  ///   - step: The step's number and sizes.
  func update(_ slice: ParameterSlice, step: OptimizerStep)

  /// Changes some values by several steps whose gradients were all zero, to the same bits as ``update(_:step:)`` would.
  func idle(_ slice: ParameterSlice, steps: UnsafeBufferPointer<OptimizerStep>)
}

extension Optimizer {
  /// A constant learning rate.
  public var schedule: LearningRateSchedule? { nil }

  /// Values without gradient and memory stay.
  public var changesIdleValues: Bool { false }

  /// No limit.
  public var clipping: GradientClipping? { nil }

  /// The learning rate.
  public func stepSize(_ number: Int, learningRate: Double) -> Double { learningRate }

  /// Takes the steps one by one; the slice's gradients are zero.
  public func idle(_ slice: ParameterSlice, steps: UnsafeBufferPointer<OptimizerStep>) {
    for step in steps { update(slice, step: step) }
  }

  /// Checks that the learning rate is a number above 0 and that schedule and clipping make sense.
  public func validate() throws { try validateCommon() }

  /// Checks what all optimizers have: the learning rate, the schedule and the clipping.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when one is out of range.
  public func validateCommon() throws {
    guard learningRate > 0, learningRate.isFinite else {
      throw TrainError(
        .invalidSetting, "The learning rate is \(learningRate). Give a number above 0, such as 0.001.")
    }
    try schedule?.validate()
    try clipping?.validate()
  }
}

/// One step of an optimizer.
public struct OptimizerStep: Sendable, Hashable {
  /// The number of the step, counted from 1.
  public let number: Int
  /// The learning rate, after the schedule.
  public let learningRate: Float
  /// What ``Optimizer/stepSize(_:learningRate:)`` made of it.
  public let size: Float

  /// Creates a step, for tests of an optimizer of your own.
  ///
  /// - Parameters:
  ///   - number: Counted from 1.
  ///   - learningRate: After the schedule.
  ///   - size: What the optimizer's ``Optimizer/stepSize(_:learningRate:)`` made of it; the learning rate unless told.
  public init(number: Int, learningRate: Float, size: Float? = nil) {
    self.number = number
    self.learningRate = learningRate
    self.size = size ?? learningRate
  }
}

/// Some trained values beside their gradients and what the optimizer remembers of them.
public struct ParameterSlice {
  /// The values, to be changed.
  public let values: UnsafeMutableBufferPointer<Float>
  /// The gradients.
  public let gradients: UnsafeBufferPointer<Float>
  /// One array for each of the optimizer's slot names, to be changed.
  public let slots: [UnsafeMutableBufferPointer<Float>]

  /// Creates a slice of memory that its owner keeps, for tests of an optimizer of your own.
  public init(
    values: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>,
    slots: [UnsafeMutableBufferPointer<Float>]
  ) {
    (self.values, self.gradients, self.slots) = (values, gradients, slots)
  }
}
