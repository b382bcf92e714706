import Testing

@testable import Train

/// Compares a recurrent operation on the tape, its output, states and gradients, with the reference at every level.
///
/// Output and states are multiplied with random weights and summed. The derivative of that number along random
/// directions of every input must be that of the reference, found by central differences in double precision with a
/// step of 1e-5. The measure of a gradient is the error of that derivative over the gradient's length, for directions
/// of standard normal numbers: a single wrong element is seen. The measure of values is the scaled maximum error.
struct RecurrenceCheck {
  let reference: ReferenceRecurrence

  /// Random inputs; weights are scaled so that long sums stay of order one.
  var inputs: [Tensor] {
    reference.shapes.enumerated().map { index, shape in
      var tensor = randomTensor(shape, seed: UInt64(index) + 11)
      let scale = index == 1 || index == 2 ? 0.7 / Float(shape[0]).squareRoot() : 0.7
      tensor.values = tensor.values.map { scale * $0 }
      return tensor
    }
  }

  func options(_ tape: Tape, _ variables: [Variable]) throws -> RecurrenceOptions {
    func factors(_ values: [Double], _ length: Int) throws -> Variable {
      tape.constant(try Tensor(shape: [reference.batch, length], values: values.map(Float.init)))
    }
    return RecurrenceOptions(
      returnSequences: reference.returnSequences, goBackwards: reference.goBackwards,
      initialState: reference.usesInitialState ? Array(variables.suffix(reference.cell.states)) : nil,
      mask: reference.mask.map { mask in
        SequenceMask(batch: reference.batch, time: reference.time) { mask[$0 * reference.time + $1] }
      },
      inputMask: try reference.inputMask.map { try factors($0, reference.features) },
      recurrentMask: try reference.recurrentMask.map { try factors($0, reference.units) })
  }

  func operation(_ tape: Tape, _ variables: [Variable]) throws -> RecurrenceOutput {
    let (x, kernel, recurrent) = (variables[0], variables[1], variables[2])
    let bias = reference.usesBias ? variables[3] : nil
    let options = try options(tape, variables)
    return switch reference.cell {
    case .simple:
      x.simpleRNN(kernel: kernel, recurrent: recurrent, bias: bias, activation: reference.activation, options: options)
    case .gru: x.gru(kernel: kernel, recurrent: recurrent, bias: bias, options: options)
    case .lstm: x.lstm(kernel: kernel, recurrent: recurrent, bias: bias, options: options)
    }
  }

  /// The values, and the gradients of the weighted sum by every input.
  func computed(_ level: String) throws -> (values: [[Float]], gradients: [[Float]]) {
    let tensors = inputs
    let tape = try makeTape(level)
    let variables = tensors.map(tape.variable)
    let result = try operation(tape, variables)
    let given = [result.output] + result.state
    let weights = given.indices.map { randomTensor([given[$0].count], seed: UInt64($0) + 51) }
    let terms = zip(given, weights).map { ($0.reshaped([$0.count]) * tape.constant($1)).sum() }
    tape.backward(from: terms.dropFirst().reduce(terms[0], +))
    return (given.map(\.value.values), try variables.map { try #require($0.gradient).values })
  }

  /// Runs the check with the kernels of every level.
  func run(tolerance: Double = 1e-5, directions: Int = 2, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let exact = inputs.map { $0.values.map(Double.init) }
    let wanted = reference(exact)
    let weights = ([wanted.output] + wanted.states).enumerated().map {
      randomTensor([$0.element.count], seed: UInt64($0.offset) + 51).values.map(Double.init)
    }
    let slopes = exact.indices.flatMap { index in
      (0..<directions).map { slope(exact, index, along: UInt64($0), weights) }
    }
    for level in runnableLevels {
      let (values, gradients) = try computed(level)
      for (given, wanted) in zip(values, [wanted.output] + wanted.states) {
        let error = ErrorMeasure.scaledMaximum(given, wanted)
        #expect(error < tolerance, "values, \(level), \(reference)", sourceLocation: sourceLocation)
      }
      for slope in slopes {
        let gradient = gradients[slope.input].map(Double.init)
        let length = dot(gradient, gradient).squareRoot()
        let error = abs(dot(gradient, slope.direction) - slope.value)
        #expect(
          error <= tolerance * length, "gradient of \(slope.input), \(level), \(reference)",
          sourceLocation: sourceLocation)
      }
    }
  }

  private struct Slope {
    let input: Int
    let direction: [Double]
    let value: Double
  }

  private func slope(_ exact: [[Double]], _ index: Int, along seed: UInt64, _ weights: [[Double]]) -> Slope {
    let step = 1e-5
    let direction = randomTensor([exact[index].count], seed: seed + 91).values.map(Double.init)
    func moved(_ step: Double) -> Double {
      var inputs = exact
      inputs[index] = zip(exact[index], direction).map { $0 + step * $1 }
      let result = reference(inputs)
      return zip([result.output] + result.states, weights).map(dot).reduce(0, +)
    }
    return Slope(input: index, direction: direction, value: (moved(step) - moved(-step)) / (2 * step))
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
