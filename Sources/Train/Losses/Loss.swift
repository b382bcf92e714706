/// What training makes small: a single number for a batch of predictions and targets.
public struct Loss: Sendable {
  /// The name in configurations, as Keras writes it.
  public let name: String

  /// The mean over a batch.
  public let value: @Sendable (_ prediction: Variable, _ target: Variable) -> Variable

  /// Creates a loss of your own from operations on variables.
  public init(_ name: String, value: @escaping @Sendable (_ prediction: Variable, _ target: Variable) -> Variable) {
    self.name = name
    self.value = value
  }

  /// The mean of the squared differences over all elements.
  public static let meanSquaredError = Loss("mean_squared_error") { $0.meanSquaredError(to: $1) }
}
