import Testing

@testable import Train

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the kernels promise beyond their derivatives: accuracy, and the same bits at every fused level.
@Suite struct KernelTests {
  /// Every float of a grid in the exponent and the mantissa, both signs, up to |x| = 87.
  static let grid: [Float] = (0..<4_000).flatMap { index -> [Float] in
    let x = Float(bitPattern: 0x0D80_0000 + UInt32(index) * 440_000)
    return x < 87 ? [x, -x] : []
  }

  @Test(arguments: runnableLevels) func elementaryFunctionsAreAccurate(_ level: String) throws {
    #expect((Self.grid.max() ?? 0) > 80)
    let tape = try makeTape(level)
    let x = tape.constant(Tensor(Self.grid))
    for activation in [Activation.tanh, .sigmoid] {
      let exact = Reference.activation(activation)
      let values = x.activated(activation).value.values
      let worst = zip(values, Self.grid).map { ErrorMeasure.unitsInLastPlace($0, exact(Double($1))) }.max() ?? .infinity
      #expect(worst < 3, "\(activation) at \(level)")
      #expect(values.allSatisfy { abs($0) <= 1 })
    }
  }

  @Test(arguments: runnableLevels) func elementaryFunctionsAtTheEnds(_ level: String) throws {
    let tape = try makeTape(level)
    let ends = tape.constant(Tensor([.infinity, -.infinity, .nan, 0, 1e30, -1e30, 0x1p-133]))
    let tanhs = ends.activated(.tanh).value.values
    #expect(tanhs[0] == 1 && tanhs[1] == -1 && tanhs[2].isNaN && tanhs[3] == 0 && tanhs[4] == 1 && tanhs[5] == -1)
    let sigmoids = ends.activated(.sigmoid).value.values
    #expect(sigmoids[0] == 1 && sigmoids[1] < 1e-37 && sigmoids[2].isNaN && sigmoids[3] == 0.5 && sigmoids[4] == 1)
    #expect(ends.activated(.relu).value.values[2].isNaN)
  }

  @Test(arguments: runnableLevels) func productsOfEverySmallSize(_ level: String) throws {
    let tape = try makeTape(level)
    for rows in [1, 2, 3, 4, 5, 7, 8, 9] {
      for columns in 1...36 {
        tape.reset()
        let a = randomTensor([rows, 3], seed: 1)
        let b = randomTensor([3, columns], seed: 2)
        let c = tape.constant(a).matmul(tape.constant(b)).value.values
        let wanted = Reference.product(
          a.values.map(Double.init), b.values.map(Double.init), bias: nil, inner: 3)
        #expect(ErrorMeasure.scaledMaximum(c, wanted) < 1e-6, "\(rows) × 3 × \(columns) at \(level)")
      }
    }
  }

  @Test func fusedLevelsGiveTheSameBits() throws {
    let results = try fusedLevels.map { try Airline.train($0, epochs: 3) }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }

  @Test func theLevelWithoutFusedMultiplyAddIsClose() throws {
    let plain = try Airline.train("baseline", epochs: 3)
    let best = try Airline.train(Kernels.best.name, epochs: 3)
    #expect(ErrorMeasure.absoluteMaximum(plain, best) < 3e-6)
  }

  @Test func unknownLevelsAreRefused() { #expect(Kernels(named: "avx1024") == nil) }
}
