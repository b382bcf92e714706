/// A network with its weights: layers from one or more inputs to one or more outputs.
///
/// Most models are a stack of layers, a ``Sequential``. Others are described layer by layer; see ``SymbolicTensor``.
/// A model is used by one task at a time.
public class Model {
  /// The name in summaries.
  public let name: String

  /// Where the first weights, dropout and, unless `fit` is told otherwise, the order of the samples come from.
  public let seed: UInt64

  private(set) var graph: LayerGraph?
  private(set) var memory = ParameterMemory(count: 0)
  var training: TrainingSetup?
  /// How many trainings were begun.
  var fitCount = 0
  /// The last training, or that of the checkpoint that was loaded; nil before and after `compile`.
  var progress: FitProgress?
  /// The callbacks of the training that runs.
  var activeCallbacks: [any Callback] = []
  let tape: Tape

  /// Creates a model from its description and builds it.
  ///
  /// - Parameters:
  ///   - inputs: Made by `Input(shape:)`; `fit` and `predict` take the tensors in this order.
  ///   - outputs: What layers gave; `fit` takes the targets in this order.
  ///   - name: The name in summaries.
  ///   - seed: The same seed gives the same bits in every later step.
  /// - Throws: ``TrainError`` when inputs are missing or a layer cannot read what it is given.
  public convenience init(
    inputs: [SymbolicTensor], outputs: [SymbolicTensor], name: String = "model", seed: UInt64 = 0
  ) throws {
    self.init(name: name, seed: seed, kernels: .best)
    adopt(try LayerGraph(inputs: inputs, outputs: outputs, seed: seed))
  }

  init(name: String, seed: UInt64, kernels: Kernels) {
    self.name = name
    self.seed = seed
    self.tape = Tape(kernels: kernels)
  }

  /// The trained arrays of all layers in order; empty before the model is built.
  public private(set) var parameters: [Parameter] = []

  /// The number of trained values.
  public var parameterCount: Int { memory.count }

  /// Parameters may outlive their model; what the optimizer put off is done before it goes.
  deinit { for parameter in parameters { parameter.catchUp() } }

  /// The shapes of the inputs without the batch axis, or nil before the model is built.
  public var inputShapes: [[Int?]]? { graph?.inputShapes }

  /// The shapes of the outputs without the batch axis, or nil before the model is built.
  public var outputShapes: [[Int?]]? { graph?.outputShapes }

  /// The outputs for a batch on a tape, to be differentiated or not.
  ///
  /// - Parameter inputs: One (batch, …) for each input, with the shapes the model was built for.
  /// - Throws: ``TrainError`` when a shape differs.
  public func callAsFunction(_ inputs: [Variable]) throws -> [Variable] {
    try prepare(for: inputs.map(\.shape))
    return try forward(inputs)
  }

  /// The first output for a batch on a tape, of a model with one input.
  public func callAsFunction(_ input: Variable) throws -> Variable { try self([input])[0] }

  func forward(_ inputs: [Variable]) throws -> [Variable] { try graph?.forward(inputs) ?? inputs }

  /// Sets the gradients of all parameters to zero.
  func clearGradients() { for parameter in parameters { parameter.clearGradient() } }

  /// Builds the model for inputs of these shapes, or says why it cannot. Only a stack can wait for its first data.
  func makeGraph(inputShapes: [[Int?]]) throws -> LayerGraph {
    throw TrainError(.notBuilt, "The model \(name) has no layers. Create it with Model(inputs:outputs:).")
  }

  /// Builds the model for data of these shapes, batch included, or checks that they fit.
  func prepare(for shapes: [[Int]]) throws {
    try requireOneBatch(shapes)
    let samples: [[Int?]] = shapes.map { $0.dropFirst().map { $0 } }
    guard let known = inputShapes else {
      guard shapes.allSatisfy({ !$0.isEmpty }) else { throw mismatch(expected: samples, given: shapes) }
      return adopt(try makeGraph(inputShapes: samples))
    }
    guard known.count == shapes.count else {
      throw TrainError(
        .shapeMismatch,
        "The model \(name) expects \(Plural.text(known.count, "input")), \(expectation(known)); "
          + "\(Plural.text(shapes.count, "tensor")) \(shapes.count == 1 ? "was" : "were") given. Give one tensor for each "
          + "input, in their order.")
    }
    let fits = zip(known, shapes).allSatisfy { known, given in
      known.count + 1 == given.count && zip(known, given.dropFirst()).allSatisfy { $0 == nil || $0 == $1 }
    }
    guard fits else { throw mismatch(expected: known, given: shapes) }
  }

  /// Checks that all inputs have as many samples.
  private func requireOneBatch(_ shapes: [[Int]]) throws {
    let counts = shapes.map { $0.first ?? 0 }
    guard counts.dropFirst().allSatisfy({ $0 == counts[0] }) else {
      throw TrainError(
        .shapeMismatch,
        "The inputs of the model \(name) have \(counts.map(String.init).joined(separator: ", ")) samples. Give as many "
          + "in each.")
    }
  }

  func mismatch(expected: [[Int?]], given: [[Int]]) -> TrainError {
    let wanted = expectation(expected)
    let got = given.map { ShapeText.lettered([nil] + $0.dropFirst().map { Optional($0) }) }.joined(separator: " and ")
    return TrainError(
      .shapeMismatch,
      "The model \(name) expects an input of \(wanted); it was given \(got). Reshape the data, "
        + "or build a model for it.")
  }

  private func expectation(_ shapes: [[Int?]]) -> String {
    shapes.map { ShapeText.lettered([nil] + $0) }.joined(separator: " and ")
  }

  /// Takes over built layers and moves all of their parameters into one block of memory.
  func adopt(_ graph: LayerGraph) {
    parameters = graph.parameters
    memory = ParameterMemory(count: parameters.reduce(0) { $0 + $1.count })
    var offset = 0
    for parameter in parameters {
      parameter.move(to: memory, offset: offset)
      offset += parameter.count
    }
    self.graph = graph
  }
}
