import Testing

@testable import Train

/// Masks of dropout: drawn in training only, from the seed, once for all steps of a sequence.
@Suite struct DropoutTests {
  private func trainingTape(step: Int = 0) -> Tape {
    let tape = Tape()
    tape.randomness = StepRandomness(seed: 4, step: step)
    return tape
  }

  @Test(arguments: [0.2, 0.5] as [Float]) func partAndExpectation(_ rate: Float) throws {
    let model = Sequential([Dropout(rate)])
    let output = try model(trainingTape().constant(Tensor(repeating: 1, shape: [200, 100]))).value.values
    let dropped = Double(output.count { $0 == 0 }) / 20_000
    // Five standard deviations of a share of 20,000 draws.
    #expect(abs(dropped - Double(rate)) < 5 * (Double(rate * (1 - rate)) / 20_000).squareRoot())
    #expect(Set(output) == [0, 1 / (1 - rate)])
  }

  @Test func nothingIsDroppedOutsideOfTraining() throws {
    let x = randomTensor([3, 4, 2], seed: 1)
    let with = Sequential([LSTM(3, dropout: 0.5, recurrentDropout: 0.5), Dropout(0.5)], seed: 2)
    let without = Sequential([LSTM(3), Dropout(0)], seed: 2)
    #expect(try with.predict(x) == without.predict(x))
    #expect(try with(trainingTape().constant(x)).value != without.predict(x))
  }

  @Test func theSeedDecides() throws {
    let x = randomTensor([5, 4, 2], seed: 1)
    let model = Sequential([GRU(8, dropout: 0.5, recurrentDropout: 0.5)], seed: 2)
    let first = try model(trainingTape().constant(x)).value
    #expect(try model(trainingTape().constant(x)).value == first)
    #expect(try model(trainingTape(step: 1).constant(x)).value != first)
  }

  /// With a state weight of zero and one feature of constant value, each step's output is a function of the mask alone.
  @Test func inputMasksAreFixedOverTime() throws {
    let layer = SimpleRNN(1, activation: .linear, returnSequences: true, recurrentDropout: 0, name: "r")
    var dropping = layer
    dropping.cell.dropout = 0.5
    let model = Sequential([dropping])
    try model.build(inputShape: [6, 1])
    for (parameter, value) in zip(model.parameters, [1, 0, 0] as [Float]) {
      try parameter.assign(Tensor(repeating: value, shape: parameter.shape))
    }
    let output = try model(trainingTape().constant(Tensor(repeating: 1, shape: [64, 6, 1]))).value.values
    for sample in 0..<64 { #expect(Set(output[sample * 6..<(sample + 1) * 6]).count == 1) }
    #expect(Set(output) == [0, 2])
  }

  /// The state is fed back through the same mask at every step: h_t = 1 + m h_{t-1}.
  @Test func stateMasksAreFixedOverTime() throws {
    let model = Sequential([SimpleRNN(1, activation: .linear, returnSequences: true, recurrentDropout: 0.5)])
    try model.build(inputShape: [4, 1])
    for (parameter, value) in zip(model.parameters, [1, 1, 0] as [Float]) {
      try parameter.assign(Tensor(repeating: value, shape: parameter.shape))
    }
    let output = try model(trainingTape().constant(Tensor(repeating: 1, shape: [64, 4, 1]))).value.values
    let rows = Set((0..<64).map { Array(output[$0 * 4..<($0 + 1) * 4]) })
    #expect(rows == [[1, 1, 1, 1], [1, 3, 7, 15]])
  }

  struct Fixture: Decodable, CustomTestStringConvertible {
    let kind: String
    let x: FixtureArray
    let inputFactors: FixtureArray
    let stateFactors: FixtureArray
    let weights: [FixtureArray]
    let output: FixtureArray
    let inputGradient: FixtureArray
    let gradients: [FixtureArray]

    var testDescription: String { kind }
  }

  /// Keras' cells with given masks; `Fixtures/keras_dropout.py` wrote the numbers.
  @Test(arguments: try fixtures("keras_dropout.json", of: Fixture.self)) func givenMasks(_ fixture: Fixture) throws {
    switch fixture.kind {
    case "SimpleRNN": try check(fixture, SimpleRNNCell(3))
    case "LSTM": try check(fixture, LSTMCell(3))
    case "GRU": try check(fixture, GRUCell(3))
    default: try check(fixture, GRUCell(3, resetAfter: false))
    }
  }

  private func check(_ fixture: Fixture, _ cell: some BuiltInCell) throws {
    var builder = LayerBuilder(layerName: "test", generator: SeededGenerator(seed: 1))
    let weights = try cell.checkedWeights(features: fixture.x.shape[2], with: &builder)
    for (parameter, value) in zip(builder.parameters, fixture.weights) { try parameter.assign(value.tensor()) }
    let tape = Tape()
    let x = tape.variable(try fixture.x.tensor())
    let factors = CellDropout(
      input: tape.constant(try fixture.inputFactors.tensor()), state: tape.constant(try fixture.stateFactors.tensor()))
    let built = BuiltCell(stateSizes: cell.stateSizes) { tape, _ in cell.stepper(weights, tape, factors) }
    let output = try UnrolledRecurrence(
      cell: built, returnSequences: true, returnState: false, goBackwards: false, layer: "test"
    ).forward([x])[0]
    #expect(ErrorMeasure.absoluteMaximum(output.value.values, fixture.output.values) < 1e-5)
    tape.backward(from: (output * output).sum())
    #expect(ErrorMeasure.scaledMaximum(try #require(x.gradient).values, fixture.inputGradient.values) < 1e-5)
    for (parameter, wanted) in zip(builder.parameters, fixture.gradients) {
      #expect(ErrorMeasure.scaledMaximum(parameter.gradient.values, wanted.values) < 1e-5, "\(parameter.name)")
    }
  }
}
