import Foundation
import Testing

@testable import Train

/// What a tape promises to somebody who makes one.
@Suite struct TapeTests {
  @Test func everyTapeIsItsOwn() throws {
    let model = Sequential([Dense(2)], seed: 1)
    let x = randomTensor([3, 2], seed: 1)
    let wanted = try model.predict(x)
    for extra in 0..<50 {
      let tape = Tape()
      // Other nodes come first, so that a node remembered from another tape would be a wrong one.
      for _ in 0..<extra { _ = tape.constant(Tensor([1])) }
      #expect(try model(tape.constant(x)).value == wanted)
    }
  }

  @Test func tapesGoAwayWithTheirVariables() {
    weak var released: Tape?
    do {
      let tape = Tape()
      released = tape
      let x = tape.variable(Tensor([1, 2]))
      tape.backward(from: (x * x + x).sum())
    }
    #expect(released == nil)
  }

  static let layers: [any Layer] = [
    LSTM(2), GRU(2, dropout: 0.2, recurrentDropout: 0.2), SimpleRNN(2, returnSequences: true, goBackwards: true),
    RNN(LSTMCell(2)), RNN(LNSimpleRNNCell(units: 2), returnSequences: true), Bidirectional(GRU(2)),
    TimeDistributed(Dense(3, activation: .softmax)), LayerNormalization(), Dropout(0.5), Flatten(), Dense(1),
  ]

  /// What a step computes must not hold the tape, on which it is kept.
  @Test(arguments: layers.indices) func noLayerHoldsTheTape(_ index: Int) throws {
    let layer = Self.layers[index]
    let model = Sequential([Embedding(9, 4, masksZero: true), layer], seed: 1)
    try model.build(inputShape: [5])
    weak var released: Tape?
    do {
      let tape = Tape()
      released = tape
      tape.randomness = StepRandomness(seed: 1, step: 1)
      let ids = tape.constant(try Tensor(shape: [2, 5], values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 0]))
      let output = try model(ids)
      let target = tape.constant(Tensor(repeating: 1, shape: output.shape))
      let losses = try [Loss.meanSquaredError, .huber(), .binaryCrossentropy(), .categoricalCrossentropy()].map {
        try $0.value(output, target)
      }
      tape.backward(from: losses.dropFirst().reduce(losses[0], +))
    }
    #expect(released == nil, "\(layer.kind)")
  }

  @Test func eachBackwardPassStartsAnew() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2, 3]))
    let (squares, triples) = ((x * x).sum(), (3 * x).sum())
    tape.backward(from: squares)
    #expect(x.gradient?.values == [2, 4, 6])
    tape.backward(from: triples)
    #expect(x.gradient?.values == [3, 3, 3])
  }

  @Test func parametersMayGoBeforeTheirTape() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    func product() -> Variable { (x * tape.parameter(Parameter("p", value: Tensor([3, 4])))).sum() }
    tape.backward(from: product())
    #expect(x.gradient?.values == [3, 4])
  }

  @Test(arguments: runnableLevels) func functions(_ level: String) throws {
    // Arguments above 0, away from where functions are steep.
    func positive(_ x: Variable) -> Variable { x * x + 0.5 }
    func positive(_ x: [Double]) -> [Double] { x.map { $0 * $0 + 0.5 } }
    let cases: [(String, (Variable) -> Variable, (Double) -> Double)] = [
      ("exponential", { $0.exponential() }, { exp($0) }), ("logarithm", { $0.logarithm() }, { log($0) }),
      ("square root", { $0.squareRoot() }, { $0.squareRoot() }), ("absolute", { (-$0).absolute() }, { abs($0) }),
      ("reciprocal", { $0.reciprocal() }, { 1 / $0 }),
    ]
    for (name, operation, reference) in cases {
      try GradientCheck(name: name, shapes: [[3, 4]]) {
        operation(positive($0[0]))
      } reference: {
        positive($0[0]).map(reference)
      }.run(level)
    }
    try GradientCheck(name: "quotient", shapes: [[2, 3], [2, 3]]) {
      $0[0] / positive($0[1])
    } reference: {
      zip($0[0], positive($0[1])).map { $0 / $1 }
    }.run(level)
  }

  @Test func manyWritesAreInPlace() {
    var tensor = Tensor(shape: [200_000])
    for index in 0..<tensor.count { tensor[index] = Float(index) }
    #expect(tensor[199_999] == 199_999)
  }
}
