import Testing

@testable import Train

/// Graphs of layers with all of their options against Keras; `Fixtures/keras_graphs.py` wrote the numbers.
@Suite struct GraphFixtureTests {
  static func cases() throws -> [GraphFixture] { try fixtures("keras_graphs.json", of: GraphFixture.self) }

  @Test func everyOptionIsCovered() throws {
    let names = try Set(Self.cases().map(\.name))
    #expect(names.count > 100)
    for layer in ["simplernn", "lstm", "gru", "gru_reset_before"] {
      for option in ["last", "sequences", "without_bias", "regularized", "states", "masked_states_backwards"] {
        #expect(names.contains("\(layer)_\(option)"))
      }
    }
  }

  @Test(arguments: try cases()) func outputsAndGradients(_ fixture: GraphFixture) throws {
    let model = try fixture.model()
    let tape = Tape()
    let x = try fixture.x.map { tape.variable(try $0.tensor()) }
    let outputs = try model(x)
    var terms: [Variable] = []
    for (index, output) in outputs.enumerated() {
      let wanted = fixture.values[index]
      #expect(output.shape == wanted.shape)
      #expect(model.outputShapes?[index] == wanted.shape.dropFirst().map { $0 })
      let size = Double(max(1, wanted.values.map(abs).max() ?? 0))
      #expect(ErrorMeasure.absoluteMaximum(output.value.values, wanted.values) < 1e-5 * size, "output \(index)")
      let target = tape.constant(try fixture.y[index].tensor())
      terms.append(try Loss.meanSquaredError.value(output, target).scaled(by: fixture.lossWeights[index]))
    }
    for parameter in model.parameters {
      if let regularizer = parameter.regularizer { terms.append(regularizer.penalty(tape.parameter(parameter))) }
    }
    let loss = terms.dropFirst().reduce(terms[0], +)
    #expect(abs(Double(loss.value.values[0]) - fixture.loss) < 1e-5 * max(fixture.loss, 1))
    tape.backward(from: loss)
    try expectGradients(fixture, model)
    for (index, wanted) in fixture.inputGradients.enumerated() {
      guard let wanted else { continue }
      let gradient = try #require(x[index].gradient)
      #expect(ErrorMeasure.scaledMaximum(gradient.values, wanted.values) < 1e-5, "gradient of input \(index)")
    }
  }

  private func expectGradients(_ fixture: GraphFixture, _ model: Model) throws {
    for (layer, wanted) in fixture.gradients {
      let parameters = fixture.parameters(of: layer, in: model)
      let scale = wanted.flatMap(\.values).map(abs).max() ?? 0
      for (parameter, wanted) in zip(parameters, wanted) {
        let error = ErrorMeasure.absoluteMaximum(parameter.gradient.values, wanted.values)
        #expect(error <= 1e-5 * Double(scale), "gradient of \(parameter.name)")
      }
    }
  }

  @Test(arguments: try cases()) func tenStepsOfAdam(_ fixture: GraphFixture) throws {
    let model = try fixture.model()
    try model.compile(
      optimizer: Adam(learningRate: 0.01), losses: fixture.outputs.map { _ in .meanSquaredError },
      lossWeights: fixture.lossWeights)
    try model.fit(
      fixture.x.map { try $0.tensor() }, fixture.y.map { try $0.tensor() }, epochs: 10,
      batchSize: fixture.x[0].shape[0], shuffle: false)
    for (layer, wanted) in fixture.trained {
      for (parameter, wanted) in zip(fixture.parameters(of: layer, in: model), wanted) {
        #expect(ErrorMeasure.absoluteMaximum(parameter.value.values, wanted.values) < 1e-5, "\(parameter.name)")
      }
    }
  }

  /// A fixture with another activation or weight must not pass: the comparison can fail.
  @Test func aWrongWeightIsNoticed() throws {
    let fixture = try #require(try Self.cases().first { $0.name == "lstm_last" })
    let model = try fixture.model()
    var value = model.parameters[1].value
    value.values[2] += 0.001
    try model.parameters[1].assign(value)
    let output = try model.predict(fixture.x[0].tensor())
    #expect(ErrorMeasure.absoluteMaximum(output.values, fixture.values[0].values) > 1e-5)
  }
}
