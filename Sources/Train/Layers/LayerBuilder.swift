/// Creates the parameters of one layer.
public struct LayerBuilder {
  /// The layer's name in its model.
  public let layerName: String

  private(set) var parameters: [Parameter] = []
  var generator: SeededGenerator
  /// The kind of layer whose single input is being handed over as one of several.
  var handedOver: ObjectIdentifier?
  /// The names of the layers and cells inside this one.
  var partNames = LayerNames()

  init(layerName: String, generator: SeededGenerator) {
    self.layerName = layerName
    self.generator = generator
  }

  /// Creates a parameter named `<layer>/<name>`, with values drawn from the model's seed.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when a length of the shape is below 1, there would be more than 2³¹ values,
  ///   the layer has a parameter of this name already, or the regularizer's factor is negative or not finite.
  public mutating func parameter(
    _ name: String, shape: [Int], initializer: Initializer = .glorotUniform, regularizer: Regularizer? = nil
  ) throws -> Parameter {
    try parameter(name, shape: shape, initializer: initializer, regularizer: regularizer, updatesRows: false)
  }

  /// - Parameter updatesRows: Whether a step uses only a few rows of the first axis.
  mutating func parameter(
    _ name: String, shape: [Int], initializer: Initializer, regularizer: Regularizer?, updatesRows: Bool
  ) throws -> Parameter {
    guard shape.allSatisfy({ $0 > 0 }) else {
      throw TrainError(
        .invalidSetting,
        "The parameter \(name) of the layer \(layerName) would have the shape \(shape). Give the layer at least 1 unit "
          + "and its input at least 1 feature.")
    }
    guard let count = Tensor.count(of: shape), count <= LayerBuilder.largestCount else {
      throw TrainError(
        .invalidSetting,
        "The parameter \(name) of the layer \(layerName) would have the shape \(shape), more than "
          + "\(LayerBuilder.largestCount) values. Give the layer fewer units or its input fewer features.")
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
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) when the layer has a part of this name already, and what `build` throws.
  public mutating func nested<Part>(_ name: String, _ build: (inout LayerBuilder) throws -> Part) throws -> Part {
    guard partNames.take(name) else {
      throw TrainError(
        .invalidSetting,
        "The layer \(layerName) has two parts called \(name), whose weights could not be told apart. Give each a name of its "
          + "own.")
    }
    return try part(name, build)
  }

  /// Builds a part whose name was taken before.
  mutating func part<Part>(_ name: String, _ build: (inout LayerBuilder) throws -> Part) rethrows -> Part {
    var inner = LayerBuilder(layerName: "\(layerName)/\(name)", generator: generator)
    let part = try build(&inner)
    generator = inner.generator
    parameters += inner.parameters
    return part
  }

  /// Builds a layer inside this one; its parameters are named `<layer>/<kind>/…`, numbered where there are several.
  public mutating func layer(_ layer: some Layer, inputShape: [Int?]) throws -> BuiltLayer {
    try part(partNames.name(for: layer)) { try layer.build(inputShapes: [inputShape], with: &$0) }
  }
}
