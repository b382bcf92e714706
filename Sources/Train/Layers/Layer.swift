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
///
/// A layer with several inputs implements ``build(inputShapes:with:)`` instead.
public protocol Layer: Sendable {
  /// The kind of layer in summaries; the type's name unless you say otherwise.
  var kind: String { get }

  /// The layer's own name; nil lets the model choose one, such as `lstm_1`.
  var name: String? { get }

  /// The number of outputs, 1 unless you say otherwise.
  var outputCount: Int { get }

  /// Creates the layer's parameters and its function.
  ///
  /// - Parameters:
  ///   - inputShape: The shape of the input without the batch axis; nil where a length varies, such as the time.
  ///   - builder: Creates parameters.
  /// - Throws: ``TrainError`` when the layer cannot read this shape or has an invalid setting.
  func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer

  /// Creates the layer's parameters and its function for several inputs.
  ///
  /// Unless you implement it, one input is handed to ``build(inputShape:with:)`` and several are an error.
  func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer
}

extension Layer {
  /// The type's name.
  public var kind: String { String(describing: Self.self) }

  /// No name of its own.
  public var name: String? { nil }

  /// One output.
  public var outputCount: Int { 1 }

  /// Hands the only shape to ``build(inputShapes:with:)``.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    let outer = builder.handedOver
    builder.handedOver = ObjectIdentifier(Self.self)
    defer { builder.handedOver = outer }
    return try build(inputShapes: [inputShape], with: &builder)
  }

  /// Hands the only shape to ``build(inputShape:with:)``.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    guard builder.handedOver != ObjectIdentifier(Self.self) else {
      throw TrainError(
        .invalidSetting,
        "The layer \(builder.layerName) cannot be built: \(Self.self) implements neither build(inputShape:with:) nor "
          + "build(inputShapes:with:). Implement one of them, the second for several inputs.")
    }
    guard inputShapes.count == 1 else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) reads one input; it was given \(inputShapes.count). Merge them first, for example by "
          + "Concatenate().")
    }
    return try build(inputShape: inputShapes[0], with: &builder)
  }
}
