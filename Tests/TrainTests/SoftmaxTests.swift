import Foundation
import Testing

@testable import Train

/// The softmax and what goes with it.
@Suite struct SoftmaxTests {
  static func reference(_ x: [Double], length: Int) -> [Double] {
    stride(from: 0, to: x.count, by: length).flatMap { start in
      let powers = x[start..<start + length].map(exp)
      return powers.map { $0 / powers.reduce(0, +) }
    }
  }

  @Test(arguments: runnableLevels) func gradients(_ level: String) throws {
    try GradientCheck(name: "softmax", shapes: [[2, 3, 5]]) {
      $0[0].softmax()
    } reference: {
      Self.reference($0[0], length: 5)
    }.run(level)
    try GradientCheck(name: "dense softmax", shapes: [[4, 3], [3, 5], [5]]) {
      $0[0].dense(kernel: $0[1], bias: $0[2], activation: .softmax)
    } reference: {
      Self.reference(Reference.product($0[0], $0[1], bias: $0[2], inner: 3), length: 5)
    }.run(level)
  }

  @Test func largeLogitsDoNotOverflow() {
    let tape = Tape()
    #expect(tape.constant(Tensor([1000, 1000, -1000])).softmax().value.values == [0.5, 0.5, 0])
  }

  /// Logits with the loss of logits are probabilities with the loss of probabilities.
  @Test func bothFormsOfTheLossAgree() throws {
    let x = randomTensor([6, 4], seed: 3)
    let classes = Tensor((0..<6).map { Float($0 % 4) })
    let tape = Tape()
    let logits = tape.variable(x)
    let fromLogits = try Loss.sparseCategoricalCrossentropy(fromLogits: true).value(logits, tape.constant(classes))
    let fromProbabilities = try Loss.sparseCategoricalCrossentropy().value(logits.softmax(), tape.constant(classes))
    #expect(abs(fromLogits.value.values[0] - fromProbabilities.value.values[0]) < 1e-5)
  }
}

/// First values against the formulas of their sources.
@Suite struct InitializerTests {
  static let documented: [(Initializer, Double)] = [
    (.glorotUniform, 0.004), (.glorotNormal, 0.004), (.heUniform, 0.01), (.heNormal, 0.01), (.lecunUniform, 0.005),
    (.lecunNormal, 0.005), (.uniform(-0.3...0.3), 0.03), (.normal(deviation: 0.2), 0.04),
  ]

  @Test(arguments: documented) func variances(_ initializer: Initializer, variance: Double) {
    var generator = SeededGenerator(seed: 5)
    let values = initializer.values(shape: [200, 300], generator: &generator).values.map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let measured = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(mean) < 0.02 * variance.squareRoot())
    #expect(abs(measured / variance - 1) < 0.03)
  }

  @Test func normalsAreCutOff() {
    var generator = SeededGenerator(seed: 5)
    let values = Initializer.lecunNormal.values(shape: [100, 100], generator: &generator).values
    #expect((values.map(abs).max() ?? 1) <= 2 * 0.1 / 0.8796 && (values.map(abs).max() ?? 0) > 0.2)
  }
}
