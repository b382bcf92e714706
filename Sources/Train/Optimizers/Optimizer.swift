/// The settings of an optimizer: a plain value, from which a model makes the state that goes with its parameters.
public protocol Optimizer: Sendable {
  /// The name in configurations, as Keras writes it.
  var name: String { get }

  /// The size of a step.
  var learningRate: Double { get }

  /// Checks the settings and makes the state for `count` values, at step 0.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when a setting is out of range.
  func makeUpdater(count: Int) throws -> any ParameterUpdater
}

/// An optimizer at work: its settings and what it remembers about every value.
public protocol ParameterUpdater: AnyObject {
  /// Changes the values by one step. Both buffers have the count the updater was made for.
  func update(_ values: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>)
}

extension Optimizer {
  /// Checks that a learning rate is a number above 0.
  func checkLearningRate() throws {
    guard learningRate > 0, learningRate.isFinite else {
      throw TrainError(
        .invalidSetting, "The learning rate is \(learningRate). Give a number above 0, such as 0.001.")
    }
  }
}
