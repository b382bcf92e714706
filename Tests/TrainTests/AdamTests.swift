import Testing

@testable import Train

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Adam by itself; `LayerFixtureTests` compares it with Keras.
@Suite struct AdamTests {
  static let settings = Adam(learningRate: 0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-4)

  /// The values after five steps, with the same gradients in every step but for their sign and size.
  static func steps(_ level: String, count: Int) throws -> [Float] {
    var settings = settings
    settings.kernels = try #require(Kernels(named: level))
    let parameter = Parameter("p", value: randomTensor([count], seed: 1))
    let memory = ParameterMemory(count: count)
    parameter.move(to: memory, offset: 0)
    let state = OptimizerState(settings, memory: memory, parameters: [parameter])
    for step in 1...5 {
      memory.gradients.update(from: gradients(count, step: step), count: count)
      state.update()
    }
    return parameter.value.values
  }

  static func gradients(_ count: Int, step: Int) -> [Float] {
    randomTensor([count], seed: 2).values.map { $0 / Float(step - 3 == 0 ? -1 : step - 3) }
  }

  /// Kingma & Ba's algorithm 1 in double precision, with ε where Keras has it.
  static func reference(_ count: Int) -> [Double] {
    randomTensor([count], seed: 1).values.indices.map { index in
      var value = Double(randomTensor([count], seed: 1).values[index])
      var (mean, variance) = (0.0, 0.0)
      for step in 1...5 {
        let gradient = Double(gradients(count, step: step)[index])
        mean = settings.beta1 * mean + (1 - settings.beta1) * gradient
        variance = settings.beta2 * variance + (1 - settings.beta2) * gradient * gradient
        let (first, second) = (1 - pow(settings.beta1, Double(step)), 1 - pow(settings.beta2, Double(step)))
        value -= settings.learningRate * second.squareRoot() / first * mean / (variance.squareRoot() + settings.epsilon)
      }
      return value
    }
  }

  @Test(arguments: runnableLevels, [1, 4, 15, 37]) func stepsAreThoseOfThePaper(_ level: String, count: Int) throws {
    #expect(ErrorMeasure.scaledMaximum(try Self.steps(level, count: count), Self.reference(count)) < 1e-6)
  }

  @Test func fusedLevelsGiveTheSameBits() throws {
    let results = try fusedLevels.map { try Self.steps($0, count: 37) }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }
}
