/// The built layers of a model, each after those that it reads from.
///
/// All values of one pass stand in one table: the model's inputs first, then the outputs of every layer in turn.
struct LayerGraph {
  /// A built layer under its name in the model.
  struct Node {
    let name: String
    let kind: String
    let layer: BuiltLayer
    let parameters: [Parameter]
    /// Places in the table of values.
    let inputs: [Int]
    let outputs: Range<Int>

    var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }
  }

  let inputCount: Int
  private(set) var nodes: [Node] = []
  /// The shape of every value in the table, without the batch axis.
  private(set) var shapes: [[Int?]]
  /// Which values of the table are the model's outputs.
  var outputs: [Int] = []
  private var names = LayerNames()
  private var parameterNames: Set<String> = []
  private let seed: UInt64

  /// - Throws: ``TrainError`` (`shapeMismatch`) for lengths that no sample can have.
  init(inputShapes: [[Int?]], seed: UInt64) throws {
    for shape in inputShapes {
      guard let count = Tensor.count(of: shape.map { $0 ?? 1 }), count <= 1 << 40 else {
        throw TrainError(
          .shapeMismatch,
          "A model cannot be built for samples of the shape \(ShapeText.keras(shape)). Give lengths of at least 0 whose product "
            + "is at most 2⁴⁰, and nil where a length varies.")
      }
    }
    inputCount = inputShapes.count
    shapes = inputShapes
    self.seed = seed
  }

  var inputShapes: [[Int?]] { Array(shapes[..<inputCount]) }
  var outputShapes: [[Int?]] { outputs.map { shapes[$0] } }
  var parameters: [Parameter] { nodes.flatMap(\.parameters) }

  /// Builds a layer that reads these values of the table, and returns where its outputs stand.
  mutating func add(_ layer: any Layer, inputs: [Int]) throws -> Range<Int> {
    let name = names.name(for: layer)
    var builder = LayerBuilder(
      layerName: name, generator: SeededGenerator(seed: seed, stream: UInt64(nodes.count) + 1))
    guard !inputs.isEmpty else {
      throw TrainError(.shapeMismatch, "The layer \(name) was given no input. Call it with at least one.")
    }
    let built = try layer.build(inputShapes: inputs.map { shapes[$0] }, with: &builder)
    guard built.outputShapes.count == max(layer.outputCount, 1) else {
      throw TrainError(
        .invalidSetting,
        "The layer \(name) has an outputCount of \(layer.outputCount) and was built with \(built.outputShapes.count) "
          + "outputs. Make its outputCount \(built.outputShapes.count).")
    }
    try requireNewNames(builder.parameters)
    let outputs = shapes.count..<shapes.count + built.outputShapes.count
    nodes.append(
      Node(
        name: name, kind: layer.kind, layer: built, parameters: builder.parameters, inputs: inputs, outputs: outputs))
    shapes += built.outputShapes
    return outputs
  }

  /// Checks that files of weights can tell these parameters from the others, and from the state of a training.
  private mutating func requireNewNames(_ parameters: [Parameter]) throws {
    for parameter in parameters {
      guard !TrainingCheckpoint.isState(parameter.name) else {
        throw TrainError(
          .invalidSetting,
          "The parameter \(parameter.name) is called as the state of a training is in checkpoints. Give its layer a name that "
            + "begins neither with “optimizer.” nor with “callback.”.")
      }
      guard parameterNames.insert(parameter.name).inserted else {
        throw TrainError(
          .invalidSetting,
          "Two parameters of the model are called \(parameter.name). Give one of the layers another name.")
      }
    }
  }

  /// The outputs for a batch on a tape.
  func forward(_ inputs: [Variable]) throws -> [Variable] {
    var values = inputs
    values.reserveCapacity(shapes.count)
    for node in nodes {
      let read = node.inputs.map { values[$0] }
      var outputs = try node.layer.forward(read)
      guard outputs.count == node.outputs.count else {
        throw TrainError(
          .invalidSetting,
          "The layer \(node.name) was built with \(Plural.text(node.outputs.count, "output")) and computed \(outputs.count). "
            + "Return as many variables as outputShapes names.")
      }
      if node.layer.passesMask, let mask = read[0].mask {
        for index in outputs.indices where outputs[index].takes(mask) { outputs[index].mask = mask }
      }
      values += outputs
    }
    return outputs.map { values[$0] }
  }
}

extension Variable {
  /// Whether this is a sequence without a mask, of the mask's samples and steps.
  fileprivate func takes(_ mask: SequenceMask) -> Bool {
    self.mask == nil && shape.count >= 3 && shape[0] == mask.batch && shape[1] == mask.time
  }
}
