/// A fully connected layer: `activation(x · kernel + bias)`, for every row of the last axis.
///
/// Input (batch, …, features), output (batch, …, units). Parameters: `kernel` (features, units), `bias` (units).
public struct Dense: Layer {
  /// The length of the output's last axis.
  public var units: Int
  /// Applied to every output; linear unless told.
  public var activation: Activation
  /// Whether a bias is added; true unless told.
  public var usesBias: Bool
  /// How the kernel starts; Glorot-uniform unless told.
  public var kernelInitializer: Initializer
  /// How the bias starts; zero unless told.
  public var biasInitializer: Initializer
  /// What is added to the loss for the kernel; nothing unless told.
  public var kernelRegularizer: Regularizer?
  /// What is added to the loss for the bias; nothing unless told.
  public var biasRegularizer: Regularizer?
  /// The layer's own name, or nil for `dense`, `dense_1`, ….
  public var name: String?

  /// Creates the settings, with Keras' defaults.
  public init(
    _ units: Int, activation: Activation = .linear, usesBias: Bool = true,
    kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
    kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, name: String? = nil
  ) {
    self.units = units
    self.activation = activation
    self.usesBias = usesBias
    self.kernelInitializer = kernelInitializer
    self.biasInitializer = biasInitializer
    self.kernelRegularizer = kernelRegularizer
    self.biasRegularizer = biasRegularizer
    self.name = name
  }

  /// Creates kernel and bias.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.requireUnits(units)
    let features = try builder.features(of: inputShape)
    let kernel = try builder.parameter(
      "kernel", shape: [features, units], initializer: kernelInitializer, regularizer: kernelRegularizer)
    let bias =
      usesBias
      ? try builder.parameter("bias", shape: [units], initializer: biasInitializer, regularizer: biasRegularizer) : nil
    return BuiltLayer(outputShape: inputShape.dropLast() + [units]) { [activation] input in
      let tape = input.tape
      return input.dense(kernel: tape.parameter(kernel), bias: bias.map(tape.parameter), activation: activation)
    }
  }
}
