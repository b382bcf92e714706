/// Creates the parameters of one layer.
public struct LayerBuilder {
  /// The layer's name in its model.
  public let layerName: String

  private(set) var parameters: [Parameter] = []
  var generator: SeededGenerator
  /// The names of the layers and cells inside this one.
  var partNames = LayerNames()

  init(layerName: String, generator: SeededGenerator) {
    self.layerName = layerName
    self.generator = generator
  }

  /// Creates a parameter named `<layer>/<name>`, with values drawn from the model's seed.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when a length of the shape is below 1, the layer has a parameter of this
  ///   name already, or the regularizer's factor is negative or not finite.
  public mutating func parameter(
    _ name: String, shape: [Int], initializer: Initializer = .glorotUniform, regularizer: Regularizer? = nil
  ) throws -> Parameter {
    try parameter(name, shape: shape, initializer: initializer, regularizer: regularizer, updatesRows: false)
  }

  /// - Parameter updatesRows: Whether a step uses only a few rows of the first axis.
  mutating func parameter(
    _ name: String, shape: [Int], initializer: Initializer, regularizer: Regularizer?, updatesRows: Bool
  ) throws -> Parameter {
    guard shape.allSatisfy({ $0 > 0 }), Tensor.count(of: shape) != nil else {
      throw TrainError(
        .invalidSetting,
        "The parameter \(name) of the layer \(layerName) would have the shape \(shape). Give the layer at least 1 unit "
          + "and its input at least 1 feature.")
    }
    let fullName = "\(layerName)/\(name)"
    guard !parameters.contains(where: { $0.name == fullName }) else {
      throw TrainError(
        .invalidSetting, "The layer \(layerName) has two parameters called \(name). Give each a name of its own.")
    }
    try regularizer?.validate(of: fullName)
    let value = initializer.values(shape: shape, generator: &generator)
    let parameter = Parameter(fullName, value: value, regularizer: regularizer, updatesRows: updatesRows)
    parameters.append(parameter)
    return parameter
  }

  /// Builds something with parameters inside this layer, under `<layer>/<name>`, such as the cell of a recurrence.
  public mutating func nested<Part>(_ name: String, _ build: (inout LayerBuilder) throws -> Part) rethrows -> Part {
    var inner = LayerBuilder(layerName: "\(layerName)/\(name)", generator: generator)
    let part = try build(&inner)
    generator = inner.generator
    parameters += inner.parameters
    return part
  }

  /// Builds a layer inside this one; its parameters are named `<layer>/<kind>/…`, numbered where there are several.
  public mutating func layer(_ layer: some Layer, inputShape: [Int?]) throws -> BuiltLayer {
    try nested(partNames.name(for: layer)) { try layer.build(inputShapes: [inputShape], with: &$0) }
  }

  /// The length of the last axis of an input shape.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when there is none or it varies.
  public func features(of inputShape: [Int?]) throws -> Int {
    guard let last = inputShape.last, let features = last else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) needs an input whose last axis, the features, has a fixed length; it was given "
          + "\(ShapeText.lettered([nil] + inputShape)).")
    }
    return features
  }

  /// Checks the number of axes of an input shape, not counting the batch.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) naming the expected axes in letters.
  public func require(rank: Int, of inputShape: [Int?], expected: String) throws {
    guard inputShape.count == rank else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) expects an input of \(expected); it was given "
          + "\(ShapeText.lettered([nil] + inputShape)).")
    }
  }
}
