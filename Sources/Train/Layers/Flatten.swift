/// One row for each sample: (batch, …) → (batch, product of the rest). It has no parameters.
public struct Flatten: Layer {
  /// The layer's own name, or nil for `flatten`, `flatten_1`, ….
  public var name: String?

  /// Creates the layer.
  public init(name: String? = nil) { self.name = name }

  /// Multiplies the lengths.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    let lengths = inputShape.compactMap { $0 }
    let flat: Int? = lengths.count == inputShape.count ? Tensor.count(of: lengths) : nil
    var layer = BuiltLayer(outputShape: [flat]) { $0.flattened() }
    layer.passesMask = false
    return layer
  }
}
