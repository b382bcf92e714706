extension LayerGraph {
  /// Builds the layers between symbolic inputs and outputs.
  ///
  /// - Throws: ``TrainError`` when an output depends on an input that is not among `inputs`, or a layer cannot be built.
  init(inputs: [SymbolicTensor], outputs: [SymbolicTensor], seed: UInt64) throws {
    guard !inputs.isEmpty, !outputs.isEmpty else {
      throw TrainError(
        .invalidSetting,
        "A model needs at least one input and one output; \(inputs.count) and \(outputs.count) were given.")
    }
    let shapes = try inputs.map { input in
      guard case .input(let shape) = input.source.origin else {
        throw TrainError(
          .invalidSetting,
          "The inputs of a model are made by Input(shape:); the output of a layer was given. List the inputs that it depends on."
        )
      }
      return shape
    }
    try self.init(inputShapes: shapes, seed: seed)
    var places: [ObjectIdentifier: Int] = [:]
    for (index, input) in inputs.enumerated() {
      guard places.updateValue(index, forKey: ObjectIdentifier(input.source)) == nil else {
        throw TrainError(.invalidSetting, "Input \(index) of the model is listed twice. List each input once.")
      }
    }
    for output in outputs { try place(output.source, &places) }
    self.outputs = outputs.map { places[ObjectIdentifier($0.source), default: 0] + $0.index }
  }

  /// Builds what a value depends on and then its layer, if that was not done yet. A chain of thousands of layers is
  /// walked with a stack of its own.
  private mutating func place(
    _ source: SymbolicTensor.Source, _ places: inout [ObjectIdentifier: Int]
  ) throws {
    var pending = [source]
    while let next = pending.last {
      guard places[ObjectIdentifier(next)] == nil else {
        pending.removeLast()
        continue
      }
      guard case .layer(let layer, let inputs) = next.origin else {
        throw TrainError(
          .invalidSetting, "An output depends on an input that the model does not list. Add it to the inputs.")
      }
      let missing = inputs.map(\.source).filter { places[ObjectIdentifier($0)] == nil }
      guard missing.isEmpty else {
        pending += missing.reversed()
        continue
      }
      let outputs = try add(layer, inputs: inputs.map { places[ObjectIdentifier($0.source), default: 0] + $0.index })
      places[ObjectIdentifier(next)] = outputs.lowerBound
    }
  }
}
