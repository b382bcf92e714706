/// A learnt vector for each whole number below a bound, such as the ids of words.
///
/// Input (batch, time) of ids; output (batch, time, units). Parameter: `embeddings` (inputs, units), uniform on ±0.05 at
/// first.
public struct Embedding: Layer {
  /// The number of different ids: they lie in 0 ..< inputs.
  public var inputs: Int
  /// The length of each vector.
  public var units: Int
  /// Whether id 0 is padding that later layers leave out; not unless told.
  public var masksZero: Bool
  /// How the vectors start; uniform on ±0.05 unless told.
  public var embeddingsInitializer: Initializer
  /// What is added to the loss for the vectors; nothing unless told.
  public var embeddingsRegularizer: Regularizer?
  /// The layer's own name, or nil for `embedding`, `embedding_1`, ….
  public var name: String?

  /// Creates the settings, with Keras' defaults.
  public init(
    _ inputs: Int, _ units: Int, masksZero: Bool = false,
    embeddingsInitializer: Initializer = .uniform(-0.05...0.05), embeddingsRegularizer: Regularizer? = nil,
    name: String? = nil
  ) {
    self.inputs = inputs
    self.units = units
    self.masksZero = masksZero
    self.embeddingsInitializer = embeddingsInitializer
    self.embeddingsRegularizer = embeddingsRegularizer
    self.name = name
  }

  /// Creates the vectors.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.requireUnits(units)
    guard inputs >= 1 else {
      throw TrainError(
        .invalidSetting,
        "The layer \(builder.layerName) has \(inputs) inputs. Give the number of different ids, at least 1.")
    }
    try builder.require(rank: 1, of: inputShape, expected: "(batch, time)")
    let embeddings = try builder.parameter(
      "embeddings", shape: [inputs, units], initializer: embeddingsInitializer, regularizer: embeddingsRegularizer,
      // A penalty of the weights has a gradient for every row.
      updatesRows: embeddingsRegularizer == nil)
    let name = builder.layerName
    var layer = BuiltLayer(outputShape: inputShape + [units]) { [inputs, masksZero] input in
      let ids = try EmbeddingIDs(input, below: inputs, layer: name)
      embeddings.catchUp(ids.values)
      var output = input.tape.parameter(embeddings).rows(ids.values, shape: input.shape, of: embeddings.rowUpdates)
      if masksZero {
        let time = input.lastLength
        output.mask = SequenceMask(batch: input.shape[0], time: time) { ids.values[$0 * time + $1] != 0 }
      }
      return output
    }
    layer.passesMask = false
    return layer
  }
}

/// Whole numbers within a bound.
private struct EmbeddingIDs {
  let values: [Int32]

  init(_ input: Variable, below bound: Int, layer: String) throws {
    let numbers = UnsafeBufferPointer(start: input.values, count: input.count)
    values = try [Int32](unsafeUninitializedCapacity: numbers.count) { ids, count in
      for position in numbers.indices {
        let number = numbers[position]
        // Both comparisons are false for NaN.
        guard number >= 0, Double(number) < Double(bound), number == number.rounded(.towardZero) else {
          throw EmbeddingIDs.unknown(number, at: position, of: input, below: bound, layer: layer)
        }
        ids.initializeElement(at: position, to: Int32(number))
        count = position + 1
      }
    }
  }

  private static func unknown(
    _ number: Float, at position: Int, of input: Variable, below bound: Int, layer: String
  ) -> TrainError {
    TrainError(
      .invalidValue,
      "The layer \(layer) knows the ids 0 ..< \(bound); it was given \(number) in sample \(position / input.lastLength), "
        + "step \(position % input.lastLength) of a batch. Limit the vocabulary, or give the layer more inputs.")
  }
}
