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

  /// Sizes that are packed and divided among threads must give the chains of the small product, bit by bit.
  @Test(arguments: runnableLevels) func largeProductsAreChainsToo(_ level: String) throws {
    for (rows, inner, columns) in [(200, 150, 131), (33, 1100, 17), (97, 64, 300)] {
      let (a, b) = (randomTensor([rows, inner], seed: 1), randomTensor([inner, columns], seed: 2))
      let bias = randomTensor([columns], seed: 3)
      let tape = try makeTape(level)
      let (x, kernel) = (tape.variable(a), tape.variable(b))
      let result = x.dense(kernel: kernel, bias: tape.constant(bias), activation: .linear)
      tape.backward(from: (result * result).sum())
      for (row, column) in [(0, 0), (rows - 1, columns - 1), (rows / 2, columns / 3), (rows - 17, 5)] {
        var sum = bias.values[column]
        for p in 0..<inner {
          let (left, right) = (a.values[row * inner + p], b.values[p * columns + column])
          sum = isFused(level) ? sum.addingProduct(left, right) : sum + left * right
        }
        #expect(result.value.values[row * columns + column] == sum, "\(row), \(column) at \(level)")
      }
      let wanted = Reference.product(
        a.values.map(Double.init), b.values.map(Double.init), bias: bias.values.map(Double.init), inner: inner)
      #expect(ErrorMeasure.scaledMaximum(result.value.values, wanted) < 1e-5)
      let kernelGradient = try #require(kernel.gradient).values
      for (row, column) in [(0, 0), (inner - 1, columns - 1), (inner / 2, columns / 2)] {
        let exact = (0..<rows).reduce(0) {
          $0 + 2 * Double(a.values[$1 * inner + row]) * wanted[$1 * columns + column]
        }
        #expect(abs(Double(kernelGradient[row * columns + column]) - exact) < 1e-3 * Double(rows))
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
