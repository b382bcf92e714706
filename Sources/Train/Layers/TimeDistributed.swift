/// Applies a layer to every time step by itself.
///
/// Input (batch, time, …); output (batch, time, …) with what the layer makes of the axes after the time.
public struct TimeDistributed<Inner: Layer>: Layer {
  /// The layer, with one input and one output.
  public var layer: Inner
  /// The layer's own name, or nil for `time_distributed`, `time_distributed_1`, ….
  public var name: String?

  /// `TimeDistributed`.
  public var kind: String { "TimeDistributed" }

  /// Creates the layer.
  public init(_ layer: Inner, name: String? = nil) {
    self.layer = layer
    self.name = name
  }

  /// Builds the inner layer for one step.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    guard inputShape.count >= 2 else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) expects an input of (batch, time, …); it was given "
          + "\(ShapeText.lettered([nil] + inputShape)).")
    }
    let inner = try builder.layer(layer, inputShape: Array(inputShape.dropFirst()))
    return BuiltLayer(outputShape: [inputShape[0]] + inner.outputShape) { input in
      let (batch, time) = (input.shape[0], input.shape[1])
      let steps = try inner(input.viewed(as: [batch * time] + input.shape.dropFirst(2)))
      return steps.viewed(as: [batch, time] + steps.shape.dropFirst())
    }
  }
}
