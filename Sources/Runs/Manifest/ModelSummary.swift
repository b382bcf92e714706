/// The layers of a model and the number of its parameters, as a report shows them.
public struct ModelSummary: Hashable, Sendable, Codable {
  /// The layers from input to output.
  public var layers: [Layer]

  /// The number of trained values in all layers together. A shared layer counts once.
  public var parameterCount: Int

  /// Creates a summary.
  ///
  /// - Parameters:
  ///   - layers: The layers from input to output.
  ///   - parameterCount: The total; by default the sum over the layers.
  public init(layers: [Layer], parameterCount: Int? = nil) {
    self.layers = layers
    self.parameterCount = parameterCount ?? layers.reduce(0) { $0 + $1.parameterCount }
  }
}

extension ModelSummary {
  /// One line of the summary.
  public struct Layer: Hashable, Sendable, Codable {
    /// The layer's own name, unique in the model: `lstm_1`.
    public var name: String

    /// The kind of layer: `LSTM`.
    public var type: String

    /// The shape of the layer's output; `nil` stands for a size that varies, such as the batch.
    public var outputShape: [Int?]

    /// The number of trained values in this layer.
    public var parameterCount: Int

    /// Creates one line of the summary.
    public init(name: String, type: String, outputShape: [Int?], parameterCount: Int) {
      self.name = name
      self.type = type
      self.outputShape = outputShape
      self.parameterCount = parameterCount
    }
  }
}
