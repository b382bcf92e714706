import Testing

@testable import Train

/// Every differentiable operation against its reference, at every level this processor can run.
@Suite struct GradientTests {
  /// Lengths around the register widths, where the kernels change their path.
  static let lengths = [1, 3, 4, 5, 8, 15, 16, 17, 33]

  @Test(arguments: runnableLevels) func elementwise(_ level: String) throws {
    for length in Self.lengths {
      let pair = [[2, length], [2, length]]
      try GradientCheck(name: "add", shapes: pair) {
        $0[0] + $0[1]
      } reference: {
        zip($0[0], $0[1]).map(+)
      }.run(level)
      try GradientCheck(name: "subtract", shapes: pair) {
        $0[0] - $0[1]
      } reference: {
        zip($0[0], $0[1]).map(-)
      }.run(level)
      try GradientCheck(name: "multiply", shapes: pair) {
        $0[0] * $0[1]
      } reference: {
        zip($0[0], $0[1]).map(*)
      }.run(level)
      try GradientCheck(name: "scale", shapes: [[length]]) {
        -2.5 * $0[0]
      } reference: {
        $0[0].map { -2.5 * $0 }
      }.run(level)
    }
  }

  @Test(arguments: runnableLevels) func repeatedOperand(_ level: String) throws {
    try GradientCheck(name: "add a row", shapes: [[2, 3, 5], [5]]) {
      $0[0] + $0[1]
    } reference: { inputs in
      inputs[0].indices.map { inputs[0][$0] + inputs[1][$0 % 5] }
    }.run(level)
    try GradientCheck(name: "multiply by a row", shapes: [[2, 3, 5], [3, 5]]) {
      $0[0] * $0[1]
    } reference: { inputs in
      inputs[0].indices.map { inputs[0][$0] * inputs[1][$0 % 15] }
    }.run(level)
    try GradientCheck(name: "square by using a variable twice", shapes: [[7]]) {
      $0[0] * $0[0]
    } reference: {
      $0[0].map { $0 * $0 }
    }.run(level)
  }

  @Test(arguments: runnableLevels) func activations(_ level: String) throws {
    for activation in Activation.allCases where activation.isElementwise {
      for length in Self.lengths {
        try GradientCheck(name: "\(activation)", shapes: [[length]]) {
          $0[0].activated(activation)
        } reference: {
          $0[0].map(Reference.activation(activation))
        }.run(level)
      }
    }
  }

  @Test(arguments: runnableLevels) func reductionsAndShapes(_ level: String) throws {
    for length in Self.lengths {
      try GradientCheck(name: "sum", shapes: [[length]]) {
        $0[0].sum()
      } reference: {
        [$0[0].reduce(0, +)]
      }.run(level, tolerance: 3e-5)
      try GradientCheck(name: "mean", shapes: [[length, 2]]) {
        $0[0].mean()
      } reference: {
        [$0[0].reduce(0, +) / Double($0[0].count)]
      }.run(level, tolerance: 3e-5)
      try GradientCheck(name: "mean squared error", shapes: [[length]]) {
        $0[0].meanSquaredError(to: $0[0].tape.constant(randomTensor([length], seed: 3)))
      } reference: {
        let target = randomTensor([length], seed: 3).values.map(Double.init)
        return [zip($0[0], target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(length)]
      }.run(level)
    }
    try GradientCheck(name: "reshape", shapes: [[3, 4]]) {
      $0[0].reshaped([2, 6])
    } reference: {
      $0[0]
    }.run(level)
    try GradientCheck(name: "flatten", shapes: [[3, 4, 2]]) {
      $0[0].flattened()
    } reference: {
      $0[0]
    }.run(level)
  }

  @Test(arguments: runnableLevels) func products(_ level: String) throws {
    for (rows, inner, columns) in [(1, 1, 1), (3, 4, 2), (5, 3, 17), (9, 17, 5), (4, 2, 35)] {
      try GradientCheck(name: "matmul", shapes: [[rows, inner], [inner, columns]]) {
        $0[0].matmul($0[1])
      } reference: {
        Reference.product($0[0], $0[1], bias: nil, inner: inner)
      }.run(level)
      for activation in Activation.allCases where activation.isElementwise {
        try GradientCheck(name: "dense \(activation)", shapes: [[1, rows, inner], [inner, columns], [columns]]) {
          $0[0].dense(kernel: $0[1], bias: $0[2], activation: activation)
        } reference: {
          Reference.product($0[0], $0[1], bias: $0[2], inner: inner).map(Reference.activation(activation))
        }.run(level)
      }
    }
  }

  @Test(arguments: runnableLevels, [true, false]) func lstm(_ level: String, returnSequences: Bool) throws {
    for (batch, time, features, units) in [(1, 1, 1, 1), (3, 4, 2, 3), (17, 2, 1, 5), (33, 2, 3, 2), (2, 3, 5, 9)] {
      let shapes = [[batch, time, features], [features, 4 * units], [units, 4 * units], [4 * units]]
      try GradientCheck(name: "lstm \(batch) \(time) \(features) \(units)", shapes: shapes) {
        $0[0].lstm(kernel: $0[1], recurrent: $0[2], bias: $0[3], options: .init(returnSequences: returnSequences))
          .output
      } reference: {
        let outputs = Reference.lstm($0[0], shape: shapes[0], kernel: $0[1], recurrent: $0[2], bias: $0[3])
        return returnSequences ? outputs : Reference.lastStep(outputs, batch: batch, units: units)
      }.run(level)
    }
  }

  @Test func documentedExample() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2, 3]))
    let y = (x * x).sum()
    tape.backward(from: y)
    #expect(x.gradient?.values == [2, 4, 6])
  }

  @Test func constantsGetNoGradient() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    let c = tape.constant(Tensor([3, 4]))
    tape.backward(from: (x * c).sum())
    #expect(x.gradient?.values == [3, 4])
    #expect(c.gradient == nil)
  }

  @Test func parametersAddUpOverBackwardPasses() {
    let parameter = Parameter("p", value: Tensor([1, 2]))
    let tape = Tape()
    for _ in 0..<2 {
      tape.reset()
      tape.backward(from: (tape.parameter(parameter) * tape.parameter(parameter)).sum())
    }
    #expect(parameter.gradient.values == [4, 8])
    parameter.clearGradient()
    #expect(parameter.gradient.values == [0, 0])
  }
}
