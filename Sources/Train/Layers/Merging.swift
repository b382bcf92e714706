/// Puts inputs side by side along the last axis: (…, m), (…, n) → (…, m + n).
///
/// A step counts where it counts in any input; an input without a mask counts everywhere.
public struct Concatenate: Layer {
  /// The layer's own name, or nil for `concatenate`, `concatenate_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(name: String? = nil) { self.name = name }

  /// Adds up the lengths of the last axes.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    let features = try inputShapes.map(builder.features)
    try builder.requireEqual(inputShapes.map { Array($0.dropLast()) }, of: inputShapes)
    let name = builder.layerName
    var layer = BuiltLayer(outputShapes: [inputShapes[0].dropLast() + [features.reduce(0, +)]]) { inputs in
      try Merging.requireEqual(inputs.map { Array($0.shape.dropLast()) }, of: inputs, layer: name)
      var output = Variable.concatenated(inputs)
      output.mask = Merging.mask(of: inputs, unmasked: true)
      return [output]
    }
    layer.passesMask = false
    return layer
  }
}

/// The sum of inputs of one shape, element by element.
///
/// A step counts where it counts in any input; an input without a mask means that there is none, as in Keras.
public struct Add: Layer {
  /// The layer's own name, or nil for `add`, `add_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(name: String? = nil) { self.name = name }

  /// Checks that the shapes are equal.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.requireEqual(inputShapes, of: inputShapes)
    let name = builder.layerName
    var layer = BuiltLayer(outputShapes: [inputShapes[0]]) { inputs in
      try Merging.requireEqual(inputs.map(\.shape), of: inputs, layer: name)
      var output = inputs.dropFirst().reduce(inputs[0]) { $0 + $1 }
      output.mask = Merging.mask(of: inputs, unmasked: false)
      return [output]
    }
    layer.passesMask = false
    return layer
  }
}

extension LayerBuilder {
  /// Checks that parts of the input shapes agree.
  fileprivate func requireEqual(_ parts: [[Int?]], of inputShapes: [[Int?]]) throws {
    guard parts.dropFirst().allSatisfy({ $0 == parts[0] }) else {
      let shapes = inputShapes.map { ShapeText.lettered([nil] + $0) }.joined(separator: " and ")
      throw TrainError(.shapeMismatch, "The layer \(layerName) cannot merge inputs of \(shapes). Give equal lengths.")
    }
  }
}

/// What merging layers know only with the data.
private enum Merging {
  /// Checks lengths that varied when the layer was built.
  static func requireEqual(_ parts: [[Int]], of inputs: [Variable], layer: String) throws {
    guard parts.dropFirst().allSatisfy({ $0 == parts[0] }) else {
      let shapes = inputs.map { ShapeText.lettered($0.shape) }.joined(separator: " and ")
      throw TrainError(.shapeMismatch, "The layer \(layer) cannot merge inputs of \(shapes). Give equal lengths.")
    }
  }

  /// The steps that count in any input.
  ///
  /// - Parameter unmasked: Whether the masks of some inputs are enough; others then count at every step.
  static func mask(of inputs: [Variable], unmasked: Bool) -> SequenceMask? {
    let masks = inputs.compactMap(\.mask)
    guard let first = masks.first, unmasked || masks.count == inputs.count else { return nil }
    var values = masks.count == inputs.count ? first.values : first.values.map { _ in 1 }
    for mask in masks.dropFirst() {
      for index in values.indices { values[index] = max(values[index], mask.values[index]) }
    }
    return SequenceMask(batch: first.batch, time: first.time, values: values)
  }
}
