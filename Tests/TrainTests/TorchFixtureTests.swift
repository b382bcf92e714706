import Testing

@testable import Train

/// Layers whose defaults differ from PyTorch's, with PyTorch's; `Fixtures/torch_layers.py` wrote the numbers.
@Suite struct TorchFixtureTests {
  struct Fixture: Decodable, CustomTestStringConvertible {
    let kind: String
    let x: FixtureArray
    let weights: [FixtureArray]
    let output: FixtureArray
    let inputGradient: FixtureArray
    let gradients: [FixtureArray]

    var testDescription: String { kind }
  }

  @Test(arguments: try fixtures("torch_layers.json", of: Fixture.self)) func outputsAndGradients(
    _ fixture: Fixture
  ) throws {
    let layer: any Layer =
      fixture.kind == "GRU" ? GRU(3, returnSequences: true) : LayerNormalization(epsilon: 1e-5)
    let model = Sequential([layer])
    try model.build(inputShape: fixture.x.shape.dropFirst().map { $0 })
    for (parameter, value) in zip(model.parameters, fixture.weights) { try parameter.assign(value.tensor()) }
    let tape = Tape()
    let x = tape.variable(try fixture.x.tensor())
    let output = try model(x)
    #expect(ErrorMeasure.absoluteMaximum(output.value.values, fixture.output.values) < 1e-5)
    tape.backward(from: (output * output).sum())
    let gradient = try #require(x.gradient)
    #expect(ErrorMeasure.scaledMaximum(gradient.values, fixture.inputGradient.values) < 1e-5)
    for (parameter, wanted) in zip(model.parameters, fixture.gradients) {
      #expect(ErrorMeasure.scaledMaximum(parameter.gradient.values, wanted.values) < 1e-5, "\(parameter.name)")
    }
  }
}
