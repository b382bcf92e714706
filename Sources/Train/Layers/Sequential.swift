/// A stack of layers, each reading the output of the one before.
///
/// ```swift
/// let model = Sequential([LSTM(10), Dense(1)], seed: 1)
/// try model.compile(optimizer: Adam(), loss: .meanSquaredError)
/// let history = try model.fit(x, y, epochs: 400)
/// ```
///
/// The layers are built at the first `fit`, `evaluate` or `predict`, or by ``build(inputShape:)``. A model is used by one
/// task at a time.
public final class Sequential {
  /// The settings of the layers, from input to output.
  public let layers: [any Layer]

  /// The name in summaries.
  public let name: String

  /// Where the first weights and, unless `fit` is told otherwise, the order of the samples come from.
  public let seed: UInt64

  /// The shape of the input without the batch axis, or nil before the model is built.
  public private(set) var inputShape: [Int?]?

  private(set) var built: [NamedLayer] = []
  private(set) var memory = ParameterMemory(count: 0)
  var training: TrainingSetup?
  var fitCount = 0
  let tape: Tape

  /// A built layer under its name in this model.
  struct NamedLayer {
    let name: String
    let kind: String
    let layer: BuiltLayer
    let parameters: [Parameter]

    var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }
  }

  /// What `compile` was given, and the optimizer's state once there are parameters.
  struct TrainingSetup {
    let optimizer: any Optimizer
    let loss: Loss
    var updater: (any ParameterUpdater)?
  }

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
    self.name = name
    self.seed = seed
    self.tape = Tape(kernels: kernels)
  }

  /// The trained arrays of all layers in order; empty before the model is built.
  public var parameters: [Parameter] { built.flatMap(\.parameters) }

  /// The number of trained values.
  public var parameterCount: Int { memory.count }

  /// The shape of the output without the batch axis, or nil before the model is built.
  public var outputShape: [Int?]? { built.last?.layer.outputShape ?? inputShape }

  /// Creates the parameters for an input shape. A second call with the same shape does nothing.
  ///
  /// - Parameter inputShape: The shape of one sample, such as `[12, 1]` for (time, features); nil where a length varies.
  /// - Throws: ``TrainError`` when a layer cannot read its input, or when the model was built for another shape.
  public func build(inputShape: [Int?]) throws {
    if let known = self.inputShape {
      guard known == inputShape else { throw mismatch(expected: known, given: inputShape) }
      return
    }
    guard !layers.isEmpty else {
      throw TrainError(.invalidSetting, "The model \(name) has no layers. Give at least one, such as Dense(1).")
    }
    var names = LayerNames()
    var shape = inputShape
    var result: [NamedLayer] = []
    for (index, layer) in layers.enumerated() {
      let name = names.name(for: layer)
      var builder = LayerBuilder(
        layerName: name, generator: SeededGenerator(seed: seed, stream: UInt64(index) + 1))
      let builtLayer = try layer.build(inputShape: shape, with: &builder)
      result.append(NamedLayer(name: name, kind: layer.kind, layer: builtLayer, parameters: builder.parameters))
      shape = builtLayer.outputShape
    }
    adopt(result)
    self.inputShape = inputShape
  }

  /// The output for a batch on a tape, to be differentiated or not.
  ///
  /// - Parameter input: (batch, …) with the shape the model was built for.
  /// - Throws: ``TrainError`` when the shape differs.
  public func callAsFunction(_ input: Variable) throws -> Variable {
    try prepare(for: input.shape)
    return forward(input)
  }

  func forward(_ input: Variable) -> Variable { built.reduce(input) { $1.layer.forward($0) } }

  /// Sets the gradients of all parameters to zero.
  func clearGradients() { memory.gradients.update(repeating: 0, count: memory.count) }

  /// Gives access to the values and gradients of all parameters.
  func withParameterMemory(
    _ body: (_ values: UnsafeMutableBufferPointer<Float>, _ gradients: UnsafeBufferPointer<Float>) -> Void
  ) {
    body(
      UnsafeMutableBufferPointer(start: memory.values, count: memory.count),
      UnsafeBufferPointer(start: memory.gradients, count: memory.count))
  }

  /// Builds the model for data of this shape, batch included, or checks that it fits.
  func prepare(for shape: [Int]) throws {
    let sample: [Int?] = shape.dropFirst().map { $0 }
    guard !shape.isEmpty else { throw mismatch(expected: inputShape ?? [nil], given: []) }
    guard let known = inputShape else { return try build(inputShape: sample) }
    let fits = known.count == sample.count && zip(known, sample).allSatisfy { $0 == nil || $0 == $1 }
    guard fits else { throw mismatch(expected: known, given: sample) }
  }

  private func mismatch(expected: [Int?], given: [Int?]) -> TrainError {
    TrainError(
      .shapeMismatch,
      "The model \(name) expects an input of \(ShapeText.lettered([nil] + expected)); it was given "
        + "\(ShapeText.lettered([nil] + given)).")
  }

  /// Moves all parameters into one block of memory.
  private func adopt(_ layers: [NamedLayer]) {
    let parameters = layers.flatMap(\.parameters)
    memory = ParameterMemory(count: parameters.reduce(0) { $0 + $1.count })
    var offset = 0
    for parameter in parameters {
      parameter.move(to: memory, offset: offset)
      offset += parameter.count
    }
    built = layers
  }
}

/// Names as Keras gives them: `lstm`, `lstm_1`, `dense`.
private struct LayerNames {
  private var counts: [String: Int] = [:]

  mutating func name(for layer: any Layer) -> String {
    let base = layer.name ?? LayerNames.snakeCase(layer.kind)
    let number = counts[base, default: 0]
    counts[base] = number + 1
    return number == 0 ? base : "\(base)_\(number)"
  }

  /// `TimeDistributed` → `time_distributed`, `LSTM` → `lstm`.
  static func snakeCase(_ kind: String) -> String {
    var text = ""
    var previous: Character?
    for letter in kind {
      if letter.isUppercase, let previous, previous.isLowercase { text += "_" }
      text += letter.lowercased()
      previous = letter
    }
    return text
  }
}
