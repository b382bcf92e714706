import Testing

@testable import Train

/// The operations on sequences, columns and rows against their references and finite differences.
@Suite struct SequenceGradientTests {
  private func check(
    _ name: String, _ shapes: [[Int]], _ level: String, _ operation: @escaping ([Variable]) -> Variable,
    _ reference: @escaping ([[Double]]) -> [Double]
  ) throws {
    try GradientCheck(name: name, shapes: shapes, operation: operation, reference: reference).run(level)
  }

  @Test(arguments: runnableLevels) func stepsOfSequences(_ level: String) throws {
    for (batch, time, features) in [(1, 1, 1), (3, 4, 2), (2, 3, 17)] {
      let shape = [batch, time, features]
      for t in 0..<time {
        try check("step \(t)", [shape], level, { $0[0].timeStep(t) }) { inputs in
          (0..<batch * features).map { inputs[0][($0 / features * time + t) * features + $0 % features] }
        }
      }
      let steps = Array(repeating: [batch, features], count: time)
      try check("stack", steps, level, { Variable.stackedOverTime($0) }) { inputs in
        (0..<batch * time * features).map { index in
          let (sample, t) = (index / features / time, index / features % time)
          return inputs[t][sample * features + index % features]
        }
      }
      try check("reverse", [shape], level, { $0[0].reversedInTime() }) { inputs in
        inputs[0].indices.map { index in
          let (sample, t) = (index / features / time, index / features % time)
          return inputs[0][(sample * time + time - 1 - t) * features + index % features]
        }
      }
    }
  }

  @Test(arguments: runnableLevels) func selectionByAMask(_ level: String) throws {
    let mask = SequenceMask(batch: 3, time: 2, values: [1, 0, 0, 1, 1, 1])
    for t in 0..<2 {
      try check("select", [[3, 5], [3, 5]], level, { $0[0].selected(by: mask, at: t, otherwise: $0[1]) }) { inputs in
        (0..<15).map { mask.values[$0 / 5 * 2 + t] == 1 ? inputs[0][$0] : inputs[1][$0] }
      }
    }
  }

  @Test(arguments: runnableLevels) func zeroesOutsideAMask(_ level: String) throws {
    let mask = SequenceMask(batch: 3, time: 2, values: [1, 0, 0, 1, 1, 1])
    try check("zeroed", [[3, 2, 5]], level, { $0[0].zeroed(by: mask) }) { inputs in
      inputs[0].indices.map { inputs[0][$0] * Double(mask.values[$0 / 5]) }
    }
  }

  @Test func aMaskedStepMayBeInfinite() {
    let tape = Tape()
    let bad = tape.variable(Tensor([.infinity, .nan]).asRows(2))
    let good = tape.variable(Tensor([1, 2]).asRows(2))
    let mask = SequenceMask(batch: 2, time: 1, values: [0, 0])
    let chosen = bad.selected(by: mask, at: 0, otherwise: good)
    tape.backward(from: chosen.sum())
    #expect(chosen.value.values == [1, 2])
    #expect(good.gradient?.values == [1, 1])
    #expect(bad.gradient?.values == [0, 0])
  }

  @Test(arguments: runnableLevels) func columnsAndParts(_ level: String) throws {
    for (range, length) in [(0..<1, 1), (1..<3, 4), (2..<19, 20)] {
      try check("columns \(range)", [[2, 3, length]], level, { $0[0].columns(range) }) { inputs in
        inputs[0].indices.filter { range.contains($0 % length) }.map { inputs[0][$0] }
      }
    }
    try check("split", [[3, 6]], level, { $0[0].split(3)[1] * $0[0].split(3)[2] }) { (inputs: [[Double]]) -> [Double] in
      (0..<6).map { (index: Int) -> Double in
        let start = index / 2 * 6 + index % 2
        return inputs[0][start + 2] * inputs[0][start + 4]
      }
    }
    try check("concatenate", [[2, 3], [2, 1], [2, 17]], level, { Variable.concatenated($0) }) { inputs in
      Self.sideBySide(inputs, widths: [3, 1, 17])
    }
    try check("concatenate one twice", [[2, 3]], level, { Variable.concatenated([$0[0], $0[0]]) }) { inputs in
      Self.sideBySide([inputs[0], inputs[0]], widths: [3, 3])
    }
  }

  /// Two rows of each part, side by side.
  private static func sideBySide(_ parts: [[Double]], widths: [Int]) -> [Double] {
    var result: [Double] = []
    for row in 0..<2 {
      for (part, width) in zip(parts, widths) { result += part[row * width..<(row + 1) * width] }
    }
    return result
  }

  @Test(arguments: runnableLevels) func rowsOfATable(_ level: String) throws {
    let indices: [Int32] = [3, 0, 3, 1, 3, 0]
    for length in [1, 5, 16, 33] {
      try check("rows", [[4, length]], level, { $0[0].rows(indices, shape: [2, 3]) }) { inputs in
        indices.flatMap { inputs[0][Int($0) * length..<(Int($0) + 1) * length] }
      }
    }
  }

  @Test(arguments: runnableLevels) func constants(_ level: String) throws {
    for length in [1, 8, 17] {
      try check("x + 2", [[length]], level, { $0[0] + 2 }) { $0[0].map { $0 + 2 } }
      try check("2 + x", [[length]], level, { 2 + $0[0] }) { $0[0].map { 2 + $0 } }
      try check("x - 2", [[length]], level, { $0[0] - 2 }) { $0[0].map { $0 - 2 } }
      try check("2 - x", [[length]], level, { 2 - $0[0] }) { $0[0].map { 2 - $0 } }
      try check("x · 3", [[length]], level, { $0[0] * 3 }) { $0[0].map { $0 * 3 } }
      try check("-x", [[length]], level, { -$0[0] }) { $0[0].map { -$0 } }
    }
  }

  @Test(arguments: runnableLevels) func means(_ level: String) throws {
    for length in [1, 2, 16, 35] {
      try check("mean over the last axis", [[2, 3, length]], level, { $0[0].meanOverLastAxis() }) { inputs in
        (0..<6).map { row in (0..<length).reduce(0) { $0 + inputs[0][row * length + $1] } / Double(length) }
      }
    }
  }

  @Test(arguments: runnableLevels) func normalizedRows(_ level: String) throws {
    for (length, epsilon) in [(2, 0.001), (5, 0.1), (17, 1e-5)] {
      try GradientCheck(name: "normalize \(length)", shapes: [[2, 3, length], [length], [length]]) {
        $0[0].layerNormalized(scale: $0[1], offset: $0[2], epsilon: Float(epsilon))
      } reference: {
        Self.normalized($0[0], scale: $0[1], offset: $0[2], epsilon: Double(Float(epsilon)))
      }.run(level, tolerance: 3e-5)
    }
  }

  private static func normalized(
    _ x: [Double], scale: [Double], offset: [Double], epsilon: Double
  ) -> [Double] {
    let length = scale.count
    return stride(from: 0, to: x.count, by: length).flatMap { start in
      let row = x[start..<start + length]
      let mean = row.reduce(0, +) / Double(length)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(length)
      let deviation = (variance + epsilon).squareRoot()
      return zip(row, zip(scale, offset)).map { ($0 - mean) / deviation * $1.0 + $1.1 }
    }
  }

  /// Weights of samples, of steps and masks, in the mean of a loss.
  @Test(arguments: runnableLevels) func weightedLosses(_ level: String) throws {
    let target = randomTensor([2, 3, 2], seed: 21)
    let mask = SequenceMask(batch: 2, time: 3, values: [1, 0, 1, 1, 1, 0])
    for (shape, masked) in [([2], false), ([2, 3], false), ([2, 3], true)] {
      let weights = Tensor(repeating: 0, shape: shape).values.indices.map { Float($0) * 0.5 + 0.25 }
      try check("weighted loss", [[2, 3, 2]], level) { inputs in
        var prediction = inputs[0]
        if masked { prediction.mask = mask }
        let tape = prediction.tape
        let placed = tape.constant(Tensor(uncheckedShape: shape, values: weights))
        guard let loss = try? Loss.meanSquaredError.value(prediction, tape.constant(target), weights: placed) else {
          Issue.record("the weights fit")
          return prediction.sum()
        }
        return loss
      } _: { inputs in
        Self.weightedMean(inputs[0], target, weights, counts: masked ? mask.values : Array(repeating: 1, count: 6))
      }
    }
  }

  /// The mean squared error of two samples of three steps with two features each, weighted by sample or by step.
  private static func weightedMean(
    _ prediction: [Double], _ target: Tensor, _ weights: [Float], counts: [Float]
  ) -> [Double] {
    var total = 0.0
    for row in 0..<6 {
      var squares = 0.0
      for index in row * 2..<row * 2 + 2 {
        let difference = prediction[index] - Double(target.values[index])
        squares += difference * difference
      }
      total += squares / 2 * Double(counts[row]) * Double(weights[weights.count == 2 ? row / 3 : row])
    }
    return [total / Double(counts.reduce(0, +))]
  }
}

extension Tensor {
  /// Rows of one value each.
  fileprivate func asRows(_ count: Int) -> Tensor {
    Tensor(uncheckedShape: [count, self.count / count], values: values)
  }
}
