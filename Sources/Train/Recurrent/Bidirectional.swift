/// Reads a sequence in both directions with two layers of one kind and merges what they say.
///
/// Input (batch, time, features), and optionally the initial states of the forward and then of the backward layer. Output
/// of the layer's shape, with twice the units when concatenated; returned sequences are zero at steps that the mask leaves
/// out, as in Keras. With the inner layer's `returnState` the last states of both follow, forward ones first. The
/// parameters are named `<layer>/forward_<kind>/…` and `<layer>/backward_<kind>/…`.
public struct Bidirectional<Inner: DirectedLayer>: Layer {
  /// The layer that reads forwards; the other one reads backwards.
  public var layer: Inner
  /// How the two outputs become one.
  public var mergeMode: MergeMode
  /// The layer's own name, or nil for `bidirectional`, `bidirectional_1`, ….
  public var name: String?

  /// `Bidirectional`.
  public var kind: String { "Bidirectional" }

  /// One, or two outputs with ``MergeMode/separate``, and the states of both layers with `returnState`.
  public var outputCount: Int { (mergeMode == .separate ? 2 : 1) + 2 * (layer.outputCount - 1) }

  /// Creates the layer; outputs are concatenated unless told.
  public init(_ layer: Inner, mergeMode: MergeMode = .concatenate, name: String? = nil) {
    self.layer = layer
    self.mergeMode = mergeMode
    self.name = name
  }

  /// Builds both layers.
  public func build(inputShapes: [[Int?]], with builder: inout LayerBuilder) throws -> BuiltLayer {
    guard !layer.goBackwards else {
      throw TrainError(
        .invalidSetting,
        "The layer \(builder.layerName) reads in both directions. Leave out goBackwards of the inner layer.")
    }
    guard inputShapes.count % 2 == 1 else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(builder.layerName) reads a sequence and as many initial states for one direction as for the other; "
          + "it was given a sequence and \(inputShapes.count - 1) states. Give both directions theirs, or none.")
    }
    var reversed = layer
    reversed.goBackwards = true
    let kind = LayerNames.snakeCase(layer.kind)
    let shapes = Halves(inputShapes)
    let forward = try builder.nested("forward_\(kind)") { try layer.build(inputShapes: shapes.ahead, with: &$0) }
    let backward = try builder.nested("backward_\(kind)") { try reversed.build(inputShapes: shapes.back, with: &$0) }
    let outputShapes = mergeMode.shapes(of: forward.outputShape)
    let states = forward.outputShapes.dropFirst() + backward.outputShapes.dropFirst()
    var built = BuiltLayer(outputShapes: outputShapes + states) {
      [mergeMode, returnSequences = layer.returnSequences] inputs in
      let inputs = Halves(inputs)
      var (ahead, back) = (try forward.forward(inputs.ahead), try backward.forward(inputs.back))
      if returnSequences {
        back[0] = back[0].reversedInTime()
        if let mask = inputs.ahead[0].mask {
          (ahead[0], back[0]) = (ahead[0].zeroed(by: mask), back[0].zeroed(by: mask))
        }
      }
      var merged = mergeMode.merge(ahead[0], back[0])
      for index in merged.indices where returnSequences { merged[index].mask = inputs.ahead[0].mask }
      return merged + ahead.dropFirst() + back.dropFirst()
    }
    built.passesMask = false
    return built
  }
}

/// A sequence with the first and with the second half of what follows it.
private struct Halves<Value> {
  let ahead: [Value]
  let back: [Value]

  init(_ values: [Value]) {
    let half = (values.count + 1) / 2
    ahead = Array(values[..<half])
    back = [values[0]] + values[half...]
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
  /// Both as they are, two outputs: Keras' `None`.
  case separate

  func shapes(of shape: [Int?]) -> [[Int?]] {
    switch self {
    case .concatenate: [shape.dropLast() + [(shape.last ?? nil).map { 2 * $0 }]]
    case .sum, .average, .multiply: [shape]
    case .separate: [shape, shape]
    }
  }

  func merge(_ a: Variable, _ b: Variable) -> [Variable] {
    switch self {
    case .concatenate: [Variable.concatenated([a, b])]
    case .sum: [a + b]
    case .average: [(a + b).scaled(by: 0.5)]
    case .multiply: [a * b]
    case .separate: [a, b]
    }
  }
}

/// A layer over time that can also run from the end.
public protocol DirectedLayer: Layer {
  /// Whether time runs from the last step to the first.
  var goBackwards: Bool { get set }
  /// Whether every step's output is returned.
  var returnSequences: Bool { get }
}

extension LSTM: DirectedLayer {}
extension GRU: DirectedLayer {}
extension SimpleRNN: DirectedLayer {}
extension RNN: DirectedLayer {}
