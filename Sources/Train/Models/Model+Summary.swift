public import Runs

extension Model {
  /// The layers as data, for a run's record.
  ///
  /// - Throws: ``TrainError`` (`notBuilt`) before the input shape is known.
  public func modelSummary() throws -> ModelSummary {
    let lines = try builtGraph().nodes.map {
      ModelSummary.Layer(
        name: $0.name, type: $0.kind, outputShape: [nil] + $0.layer.outputShape, parameterCount: $0.parameterCount)
    }
    return ModelSummary(layers: lines, parameterCount: parameterCount)
  }

  /// The layers as the table that Keras prints: name and type, output shape, number of parameters; then the totals.
  ///
  /// A model made of inputs and outputs lists its inputs too and, unless every layer reads the one before, what each is
  /// connected to: `lstm[0][1]` is the second output of `lstm`.
  ///
  /// - Throws: ``TrainError`` (`notBuilt`) before the input shape is known.
  public func summary() throws -> String {
    let graph = try builtGraph()
    let table =
      self is Sequential ? SummaryTable(stack: graph) : SummaryTable(graph: graph, inputNames: graph.inputNames)
    let size = "\(SummaryTable.grouped(parameterCount)) (\(SummaryTable.bytes(4 * parameterCount)))"
    return "Model: \"\(name)\"\n" + table.text
      + " Total params: \(size)\n Trainable params: \(size)\n Non-trainable params: 0 (0.00 B)\n"
  }

  private func builtGraph() throws -> LayerGraph {
    guard let graph else {
      throw TrainError(
        .notBuilt, "The model \(name) is not built yet. Call build(inputShape:) first, or fit it.")
    }
    return graph
  }
}

extension LayerGraph {
  /// `input_layer`, `input_layer_1`, …, as Keras calls inputs.
  var inputNames: [String] {
    var names = LayerNames()
    return (0..<inputCount).map { _ in names.unused("input_layer") }
  }

  /// Whether there is one input and every layer reads the one before.
  var isChain: Bool {
    guard inputCount == 1 else { return false }
    return nodes.enumerated().allSatisfy { index, node in
      node.inputs == [index == 0 ? 0 : nodes[index - 1].outputs.lowerBound]
    }
  }

  /// All outputs of a layer as Keras prints them: `(None, 20)`, or `[(None, 20), (None, 20)]`.
  static func shapeText(_ node: Node) -> String {
    let shapes = node.layer.outputShapes.map { ShapeText.keras([nil] + $0) }
    return shapes.count == 1 ? shapes[0] : "[\(shapes.joined(separator: ", "))]"
  }

  /// What a layer reads: `lstm[0][0], lstm[0][1]`.
  func connections(of node: Node, inputNames: [String]) -> String {
    node.inputs.map { place in
      guard let source = nodes.first(where: { $0.outputs.contains(place) }) else { return "\(inputNames[place])[0][0]" }
      return "\(source.name)[0][\(place - source.outputs.lowerBound)]"
    }.joined(separator: ", ")
  }
}
