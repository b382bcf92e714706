import Testing

@testable import Train

/// Compares an operation and its derivative with the same operation written in double precision.
///
/// The operation's output is multiplied with random weights and summed; the gradients of that number by every input
/// must equal the central differences of the reference, computed in double precision with a step of 1e-5. The
/// measure is the scaled maximum error.
struct GradientCheck {
  let name: String
  let shapes: [[Int]]
  let operation: ([Variable]) -> Variable
  let reference: ([[Double]]) -> [Double]

  /// Runs the check with the kernels of one level.
  func run(_ level: String, tolerance: Double = 1e-5) throws {
    let inputs = shapes.enumerated().map { randomTensor($0.element, seed: UInt64($0.offset) + 11) }
    let exact = inputs.map { $0.values.map(Double.init) }
    let tape = try makeTape(level)
    let variables = inputs.map(tape.variable)
    let output = operation(variables)
    let wanted = reference(exact)
    let forwardError = ErrorMeasure.scaledMaximum(output.value.values, wanted)
    #expect(forwardError < tolerance, "\(name), forward, \(level)")
    let weights = randomTensor([output.count], seed: 5)
    tape.backward(from: (output.reshaped([output.count]) * tape.constant(weights)).sum())
    for (index, variable) in variables.enumerated() {
      let differences = centralDifferences(exact, input: index, weights: weights.values.map(Double.init))
      let gradient = try #require(variable.gradient, "\(name) gives no gradient for input \(index)")
      let error = ErrorMeasure.scaledMaximum(gradient.values, differences)
      #expect(error < tolerance, "\(name), gradient of input \(index), \(level)")
    }
  }

  private func centralDifferences(_ inputs: [[Double]], input: Int, weights: [Double]) -> [Double] {
    func weighted(_ inputs: [[Double]]) -> Double { zip(reference(inputs), weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let step = 1e-5
    return inputs[input].indices.map { position in
      var moved = inputs
      moved[input][position] += step
      let above = weighted(moved)
      moved[input][position] -= 2 * step
      return (above - weighted(moved)) / (2 * step)
    }
  }
}
