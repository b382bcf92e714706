/// The settings of a layer: a plain value, from which a model builds the layer when it knows the input shape.
///
/// A layer of your own is a struct with one method:
///
/// ```swift
/// struct Scale: Layer {
///   func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
///     let factor = try builder.parameter("factor", shape: [builder.features(of: inputShape)], initializer: .ones)
///     return BuiltLayer(outputShape: inputShape) { $0 * $0.tape.parameter(factor) }
///   }
/// }
/// ```
public protocol Layer: Sendable {
  /// The kind of layer in summaries; the type's name unless you say otherwise.
  var kind: String { get }

  /// The layer's own name; nil lets the model choose one, such as `lstm_1`.
  var name: String? { get }

  /// Creates the layer's parameters and its function.
  ///
  /// - Parameters:
  ///   - inputShape: The shape of the input without the batch axis; nil where a length varies, such as the time.
  ///   - builder: Creates parameters.
  /// - Throws: ``TrainError`` when the layer cannot read this shape or has an invalid setting.
  func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer
}

extension Layer {
  /// The type's name.
  public var kind: String { String(describing: Self.self) }

  /// No name of its own.
  public var name: String? { nil }
}

/// A layer with its parameters: what maps an input to an output.
public struct BuiltLayer {
  /// The shape of the output without the batch axis; nil where a length varies.
  public let outputShape: [Int?]

  /// Computes the output for a batch.
  public let forward: (_ input: Variable) -> Variable

  /// Creates a built layer.
  public init(outputShape: [Int?], forward: @escaping (_ input: Variable) -> Variable) {
    self.outputShape = outputShape
    self.forward = forward
  }
}
