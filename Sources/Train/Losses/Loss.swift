/// What training makes small: a single number for a batch of predictions and targets.
///
/// A loss is computed for every element first, (batch, …), and then averaged; sample weights multiply the elements.
public struct Loss: Sendable {
  /// The name in configurations, as Keras writes it.
  public let name: String

  /// Why the loss cannot be used, with the remedy; nil where it can.
  var fault: String?

  let target: TargetForm
  let average: Average
  let elements: @Sendable (_ prediction: Variable, _ target: Variable) throws -> Variable
  /// The same mean in one operation, where there are no weights.
  var fusedMean: (@Sendable (_ prediction: Variable, _ target: Variable) -> Variable)?

  /// What a loss compares a prediction with.
  enum TargetForm: Sendable {
    /// Numbers in the shape of the prediction; a last axis of length 1 may be missing.
    case values
    /// The index of a class for each row of the prediction's last axis.
    case classes
  }

  /// What the sum of the weighted elements is divided by.
  enum Average: Sendable {
    /// The number of elements, as Keras does.
    case elements
    /// The sum of the weights.
    case weights
  }

  /// Creates a loss of your own from operations on variables.
  ///
  /// - Parameters:
  ///   - name: The name in configurations.
  ///   - elements: Maps a prediction and a target, both (batch, …), to losses of shape (batch) or (batch, time), which
  ///     can be weighted, or to a single number, which cannot.
  public init(
    _ name: String, elements: @escaping @Sendable (_ prediction: Variable, _ target: Variable) throws -> Variable
  ) {
    self.init(name, target: .values, average: .elements, elements: elements)
  }

  init(
    _ name: String, target: TargetForm, average: Average = .elements,
    elements: @escaping @Sendable (_ prediction: Variable, _ target: Variable) throws -> Variable
  ) {
    self.name = name
    self.target = target
    self.average = average
    self.elements = elements
  }

  /// The loss of a batch, a single number.
  ///
  /// - Parameters:
  ///   - prediction: (batch, …), the model's output. Steps that its mask leaves out do not count.
  ///   - target: In the form the loss wants.
  ///   - weights: (batch) or (batch, time), or nil for equal ones.
  /// - Throws: ``TrainError`` when the weights do not fit the elements.
  public func value(_ prediction: Variable, _ target: Variable, weights: Variable? = nil) throws -> Variable {
    if weights == nil, prediction.mask == nil, let fusedMean { return fusedMean(prediction, target) }
    let elements = try self.elements(prediction, target)
    let mask = prediction.mask.flatMap { elements.shape == $0.shape ? $0 : nil }
    guard weights != nil || mask != nil else { return elements.mean() }
    return try weightedMean(elements, weights, mask)
  }

  private func weightedMean(_ elements: Variable, _ weights: Variable?, _ mask: SequenceMask?) throws -> Variable {
    let factors = elements.tape.data(shape: elements.shape)
    try fill(factors, weights, elements.shape)
    if let mask { for index in 0..<factors.count { factors.values[index] *= mask.values[index] } }
    let total: Float =
      switch average {
      case .elements: Float(mask?.values.reduce(0, +) ?? Float(elements.count))
      case .weights: (0..<factors.count).reduce(0) { $0 + factors.values[$1] }
      }
    return (elements * factors).sum().scaled(by: total > 0 ? 1 / total : 0)
  }

  /// Repeats each weight over the axes that the weights do not have.
  private func fill(_ factors: Variable, _ weights: Variable?, _ shape: [Int]) throws {
    guard let weights else { return factors.values.update(repeating: 1, count: factors.count) }
    guard weights.count > 0, shape.starts(with: weights.shape) else {
      throw TrainError(
        .shapeMismatch,
        "The loss \(name) has elements of the shape \(shape); weights of the shape \(weights.shape) were given. Give one "
          + "for each sample or each step.")
    }
    let repeats = factors.count / weights.count
    for index in 0..<factors.count { factors.values[index] = weights.values[index / repeats] }
  }
}

extension Loss {
  /// The mean of the squared differences over all elements.
  public static let meanSquaredError: Loss = {
    var loss = Loss("mean_squared_error", target: .values) { prediction, target in
      let difference = prediction - target
      return (difference * difference).meanOverLastAxis()
    }
    loss.fusedMean = { $0.meanSquaredError(to: $1) }
    return loss
  }()
}
