/// Reads a sequence in both directions with two layers of one kind and merges what they say.
///
/// Input (batch, time, features); output of the layer's shape, with twice the units when concatenated. The parameters are
/// named `<layer>/forward_<kind>/…` and `<layer>/backward_<kind>/…`.
public struct Bidirectional<Inner: DirectedLayer>: Layer {
  /// The layer that reads forwards; the other one reads backwards.
  public var layer: Inner
  /// How the two outputs become one.
  public var mergeMode: MergeMode
  /// The layer's own name, or nil for `bidirectional`, `bidirectional_1`, ….
  public var name: String?

  /// `Bidirectional`.
  public var kind: String { "Bidirectional" }

  /// Creates the layer; outputs are concatenated unless told.
  public init(_ layer: Inner, mergeMode: MergeMode = .concatenate, name: String? = nil) {
    self.layer = layer
    self.mergeMode = mergeMode
    self.name = name
  }

  /// Builds both layers.
  public func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
    guard !layer.returnState else {
      throw TrainError(
        .invalidSetting,
        "The layer \(builder.layerName) cannot return states. Leave out returnState of the inner layer.")
    }
    var reversed = layer
    reversed.goBackwards.toggle()
    let kind = LayerNames.snakeCase(layer.kind)
    let forward = try builder.nested("forward_\(kind)") { try layer.build(inputShapes: [inputShape], with: &$0) }
    let backward = try builder.nested("backward_\(kind)") { try reversed.build(inputShapes: [inputShape], with: &$0) }
    var outputShape = forward.outputShape
    if mergeMode == .concatenate, let units = outputShape.last ?? nil { outputShape[outputShape.count - 1] = 2 * units }
    var built = BuiltLayer(outputShape: outputShape) { [mergeMode, returnSequences = layer.returnSequences] input in
      let ahead = try forward(input)
      let back = try backward(input)
      var output = mergeMode.merge(ahead, returnSequences ? back.reversedInTime() : back)
      output.mask = ahead.mask
      return output
    }
    built.passesMask = false
    return built
  }
}

/// How two outputs become one.
public enum MergeMode: Sendable, Hashable, CaseIterable {
  /// Side by side: Keras' `concat`.
  case concatenate
  /// Their sum.
  case sum
  /// Their mean: Keras' `ave`.
  case average
  /// Their product, element by element: Keras' `mul`.
  case multiply

  func merge(_ a: Variable, _ b: Variable) -> Variable {
    switch self {
    case .concatenate: Variable.concatenated([a, b])
    case .sum: a + b
    case .average: (a + b).scaled(by: 0.5)
    case .multiply: a * b
    }
  }
}

/// A layer over time that can also run from the end.
public protocol DirectedLayer: Layer {
  /// Whether time runs from the last step to the first.
  var goBackwards: Bool { get set }
  /// Whether every step's output is returned.
  var returnSequences: Bool { get }
  /// Whether the last states are further outputs.
  var returnState: Bool { get }
}

extension LSTM: DirectedLayer {}
extension GRU: DirectedLayer {}
extension SimpleRNN: DirectedLayer {}
extension RNN: DirectedLayer {}
