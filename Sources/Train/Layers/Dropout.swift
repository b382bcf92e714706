/// Sets a random part of the elements to zero in training and scales the rest up (Srivastava et al. 2014).
///
/// Input and output (batch, …). Outside of training it changes nothing.
public struct Dropout: Layer {
  /// The part that is dropped, in 0 ..< 1.
  public var rate: Float
  /// The layer's own name, or nil for `dropout`, `dropout_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(_ rate: Float, name: String? = nil) {
    self.rate = rate
    self.name = name
  }

  /// Checks the rate.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    try builder.requireRate(rate, "dropout rate")
    return BuiltLayer(outputShape: inputShape) { [rate] input in
      guard let factors = input.tape.dropoutFactors(shape: input.shape, rate: rate) else { return input }
      return input * factors
    }
  }
}
