/// Puts inputs side by side along the last axis: (…, m), (…, n) → (…, m + n).
public struct Concatenate: Layer {
  /// The layer's own name, or nil for `concatenate`, `concatenate_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(name: String? = nil) { self.name = name }

  /// Adds up the lengths of the last axes.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    let features = try inputShapes.map(builder.features)
    try builder.requireEqual(inputShapes.map { Array($0.dropLast()) }, of: inputShapes)
    return BuiltLayer(outputShapes: [inputShapes[0].dropLast() + [features.reduce(0, +)]]) { inputs in
      [Variable.concatenated(inputs)]
    }
  }
}

/// The sum of inputs of one shape, element by element.
public struct Add: Layer {
  /// The layer's own name, or nil for `add`, `add_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(name: String? = nil) { self.name = name }

  /// Checks that the shapes are equal.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.requireEqual(inputShapes, of: inputShapes)
    return BuiltLayer(outputShapes: [inputShapes[0]]) { inputs in [inputs.dropFirst().reduce(inputs[0]) { $0 + $1 }] }
  }
}

extension LayerBuilder {
  /// Checks that parts of the input shapes agree.
  fileprivate func requireEqual(_ parts: [[Int?]], of inputShapes: [[Int?]]) throws {
    guard parts.dropFirst().allSatisfy({ $0 == parts[0] }) else {
      let shapes = inputShapes.map { ShapeText.lettered([nil] + $0) }.joined(separator: " and ")
      throw TrainError(.shapeMismatch, "The layer \(layerName) cannot merge inputs of \(shapes).")
    }
  }
}
