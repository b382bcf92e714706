/// A stack of layers, each reading the output of the one before.
///
/// ```swift
/// let model = Sequential([LSTM(10), Dense(1)], seed: 1)
/// try model.compile(optimizer: Adam(), loss: .meanSquaredError)
/// let history = try model.fit(x, y, epochs: 400)
/// ```
///
/// The layers are built at the first `fit`, `evaluate` or `predict`, or by ``build(inputShape:)``.
public final class Sequential: Model {
  /// The settings of the layers, from input to output.
  public let layers: [any Layer]

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - layers: From input to output.
  ///   - name: The name in summaries.
  ///   - seed: The same seed gives the same bits in every later step.
  public convenience init(_ layers: [any Layer], name: String = "sequential", seed: UInt64 = 0) {
    self.init(layers, name: name, seed: seed, kernels: .best)
  }

  init(_ layers: [any Layer], name: String, seed: UInt64, kernels: Kernels) {
    self.layers = layers
    super.init(name: name, seed: seed, kernels: kernels)
  }

  /// The shape of the input without the batch axis, or nil before the model is built.
  public var inputShape: [Int?]? { inputShapes?[0] }

  /// The shape of the output without the batch axis, or nil before the model is built.
  public var outputShape: [Int?]? { outputShapes?[0] }

  /// Creates the parameters for an input shape. A second call with the same shape does nothing.
  ///
  /// - Parameter inputShape: The shape of one sample, such as `[12, 1]` for (time, features); nil where a length varies.
  /// - Throws: ``TrainError`` when a layer cannot read its input, or when the model was built for another shape.
  public func build(inputShape: [Int?]) throws {
    guard let known = self.inputShape else { return adopt(try makeGraph(inputShapes: [inputShape])) }
    guard known == inputShape else {
      throw TrainError(
        .shapeMismatch,
        "The model \(name) was built for an input of \(ShapeText.lettered([nil] + known)); it was given "
          + "\(ShapeText.lettered([nil] + inputShape)). Create another model for that shape.")
    }
  }

  override func makeGraph(inputShapes: [[Int?]]) throws -> LayerGraph {
    guard !layers.isEmpty else {
      throw TrainError(.invalidSetting, "The model \(name) has no layers. Give at least one, such as Dense(1).")
    }
    guard inputShapes.count == 1 else {
      throw TrainError(
        .shapeMismatch,
        "The model \(name) is a stack with one input; \(inputShapes.count) tensors were given. Give one, or use a "
          + "Model(inputs:outputs:).")
    }
    var graph = try LayerGraph(inputShapes: inputShapes, seed: seed)
    // The first output of each layer feeds the next, as in Keras' stacks.
    for layer in layers {
      graph.outputs = [try graph.add(layer, inputs: graph.outputs.isEmpty ? [0] : graph.outputs).lowerBound]
    }
    return graph
  }
}
