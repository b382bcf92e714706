/// Layer normalization (Ba et al. 2016) over the last axis, with Keras' defaults.
///
/// Input and output (batch, …, features). Parameters: `gamma` (features), one at first; `beta` (features), zero.
public struct LayerNormalization: Layer {
  /// Added to the variance; 0.001 unless told.
  public var epsilon: Float
  /// Whether an offset is learnt; true unless told.
  public var usesOffset: Bool
  /// Whether a factor is learnt; true unless told.
  public var usesScale: Bool
  /// The layer's own name, or nil for `layer_normalization`, `layer_normalization_1`, ….
  public var name: String?

  /// Creates the settings.
  public init(epsilon: Float = 0.001, usesOffset: Bool = true, usesScale: Bool = true, name: String? = nil) {
    self.epsilon = epsilon
    self.usesOffset = usesOffset
    self.usesScale = usesScale
    self.name = name
  }

  /// Creates factor and offset.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    guard epsilon >= 0, epsilon.isFinite else {
      throw TrainError(
        .invalidSetting, "The layer \(builder.layerName) has an epsilon of \(epsilon). Give a number of at least 0.")
    }
    let features = try builder.features(of: inputShape)
    let scale = usesScale ? try builder.parameter("gamma", shape: [features], initializer: .ones) : nil
    let offset = usesOffset ? try builder.parameter("beta", shape: [features], initializer: .zeros) : nil
    return BuiltLayer(outputShape: inputShape) { [epsilon] input in
      let tape = input.tape
      return input.layerNormalized(
        scale: scale.map(tape.parameter), offset: offset.map(tape.parameter), epsilon: epsilon)
    }
  }
}
